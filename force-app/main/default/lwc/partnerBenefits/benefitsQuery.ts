import { gql } from "lightning/graphql";

export const BENEFITS_QUERY = gql`
  query partnerBenefits($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
              Partner_Status__c { value }
              Partner_Tier__c { value }
              Partner_Benefits__r(first: 100) {
                edges {
                  node {
                    Id
                    Benefit__c { value label }
                    Status__c { value label }
                    Reason__c { value }
                    Invited_Date__c { value }
                    Invitation_Ends_Date__c { value }
                  }
                }
              }
            }
          }
        }
        Partner_Benefit_Rule__mdt(first: 200, orderBy: { Sort_Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              MasterLabel { value }
              Policy__c { value }
              Key__c { value }
              Group__c { value label }
              Lowest_Tier__c { value }
              Is_By_Invitation__c { value }
              Product_Scope__c { value }
              Agreements__c { value }
              Description__c { value }
              Note__c { value }
              Sort_Order__c { value }
            }
          }
        }
        lastRun: Partner_Sync_Run__c(
          first: 1
          where: {
            and: [
              { Status__c: { in: ["Completed", "Completed With Errors"] } }
              { or: [{ Partner__c: { eq: null } }, { Partner__c: { eq: $recordId } }] }
            ]
          }
          orderBy: { Finished_At__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              As_Of_Date__c { value }
              Finished_At__c { value }
              Hours_Since_Finish__c { value }
            }
          }
        }
        Partner_Program_Policy__mdt(first: 50) {
          edges {
            node {
              Id
              Effective_From_Date__c { value }
              Effective_To_Date__c { value }
              Stale_After_Hours__c { value }
              Time_Zone__c { value }
              Trailing_Window_Days__c { value }
            }
          }
        }
      }
    }
  }
`;
