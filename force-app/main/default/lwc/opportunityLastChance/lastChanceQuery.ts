import { gql } from "lightning/graphql";

/** Registrations of the same customer, and partners of its open and won deals: a lost one is no sign of work there. */
export const lastChanceQuery = gql`
  query lastChance($deal: ID!, $account: ID, $customer: String, $domain: String) {
    uiapi {
      query {
        Deal_Registration__c(
          first: 50
          where: {
            and: [
              { Status__c: { in: ["Submitted", "Action Required", "Approved"] } }
              {
                or: [
                  { Opportunity__c: { eq: $deal } }
                  {
                    and: [
                      { Opportunity__c: { eq: null } }
                      { or: [{ Customer_Name__c: { eq: $customer } }, { Customer_Domain__c: { eq: $domain } }] }
                    ]
                  }
                ]
              }
            ]
          }
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status__c {
                label
              }
              Submitted_At__c {
                value
              }
              Partner__r {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
        Opportunity_Partner__c(
          first: 100
          where: {
            Opportunity__c: { ne: $deal }
            Opportunity__r: { AccountId: { eq: $account } }
            Partner__r: { Partner_Status__c: { eq: "Enrolled" } }
            or: [{ Opportunity__r: { IsClosed: { eq: false } } }, { Opportunity__r: { IsWon: { eq: true } } }]
          }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Opportunity__r {
                Id
                Name {
                  value
                }
                IsClosed {
                  value
                }
              }
              Partner__r {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;
