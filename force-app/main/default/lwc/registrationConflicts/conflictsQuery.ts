import { gql } from "lightning/graphql";

/** Deals and other registrations of what may be the same customer, closed and decided ones included. */
export const conflictsQuery = gql`
  query registrationConflicts($id: ID!, $customer: String!, $domain: String!, $website: Url!) {
    uiapi {
      query {
        Opportunity(
          first: 50
          where: { or: [{ Account: { Name: { eq: $customer } } }, { Account: { Website: { like: $website } } }] }
          orderBy: { CloseDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              StageName {
                label
              }
              IsClosed {
                value
              }
              CloseDate {
                value
              }
              eARR__c {
                displayValue
              }
              Account {
                Name {
                  value
                }
                Website {
                  value
                }
              }
              OpportunityLineItems(first: 50) {
                edges {
                  node {
                    Id
                    Product2 {
                      Family {
                        value
                      }
                    }
                  }
                }
              }
            }
          }
        }
        Deal_Registration__c(
          first: 50
          where: {
            Id: { ne: $id }
            or: [{ Customer_Name__c: { eq: $customer } }, { Customer_Domain__c: { eq: $domain } }]
          }
          orderBy: { Submitted_At__c: { order: DESC } }
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
              Customer_Name__c {
                value
              }
              Customer_Domain__c {
                value
              }
              Products__c {
                value
              }
              Estimated_eARR__c {
                displayValue
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
