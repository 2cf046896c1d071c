import { gql } from "lightning/graphql";

/** What is known of a partner before it is added: its standing, and what resale needs. */
export const partnerFactsQuery = gql`
  query partnerFacts($partner: ID!) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $partner } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Partner_Status__c {
                value
                label
              }
              Partner_Tier__c {
                value
              }
              Partner_Benefits__r(first: 1, where: { Benefit__c: { eq: "Reseller_Program" } }) {
                edges {
                  node {
                    Id
                    Invited_Date__c {
                      value
                    }
                    Invitation_Ends_Date__c {
                      value
                    }
                  }
                }
              }
              Partner_Agreements__r(
                first: 10
                where: { Type__c: { eq: "Resale Partner Addendum" } }
                orderBy: { Effective_Date__c: { order: DESC } }
              ) {
                edges {
                  node {
                    Id
                    Effective_Date__c {
                      value
                    }
                    End_Date__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
