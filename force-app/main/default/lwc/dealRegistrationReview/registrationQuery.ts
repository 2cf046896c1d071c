import { gql } from "lightning/graphql";

/** A registration with all that a decision on it looks at, and the policies that set the target of R-36. */
export const registrationQuery = gql`
  query dealRegistration($id: ID!) {
    uiapi {
      query {
        Deal_Registration__c(first: 1, where: { Id: { eq: $id } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status__c {
                value
                label
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
              Submitted_At__c {
                value
              }
              Submitted_By__c {
                value
              }
              Submitted_By__r {
                Name {
                  value
                }
              }
              Hours_Since_Submission__c {
                value
              }
              Expires_Date__c {
                value
              }
              Decided_At__c {
                value
              }
              Decided_By__r {
                Name {
                  value
                }
              }
              Decision_Reason__c {
                value
              }
              Is_Late_Claim_Approved__c {
                value
              }
              Partner__r {
                Id
                Name {
                  value
                }
                Partner_Tier__c {
                  value
                }
              }
              Opportunity__r {
                Id
                Name {
                  value
                }
                IsWon {
                  value
                }
                LastStageChangeDate {
                  value
                }
                CreatedDate {
                  value
                }
              }
            }
          }
        }
        Partner_Program_Policy__mdt(first: 20, orderBy: { Effective_From_Date__c: { order: DESC } }) {
          edges {
            node {
              Id
              Effective_From_Date__c {
                value
              }
              Registration_Decision_Business_Days__c {
                value
              }
              Registration_Expiry_Days__c {
                value
              }
              Registration_Extensions__c {
                value
              }
              Time_Zone__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
