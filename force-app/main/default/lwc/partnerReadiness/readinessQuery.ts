import { gql } from "lightning/graphql";

export const READINESS_QUERY = gql`
  query partnerReadiness($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
              Partner_Status__c { value }
              Partner_Focus__c { value }
              Technical_Resources__c { value }
              Sales_Trained_Resources__c { value }
              Next_Tier__c { value }
              Next_Tier_Technical_Gap__c { value }
              Next_Tier_Sales_Gap__c { value }
              Partner_Agreements__r(first: 200, orderBy: { Effective_Date__c: { order: DESC } }) {
                edges {
                  node {
                    Id
                    Type__c { value label }
                    Signed_Date__c { value }
                    Effective_Date__c { value }
                    End_Date__c { value }
                  }
                }
              }
            }
          }
        }
        Contact(first: 2000, where: { AccountId: { eq: $recordId } }, orderBy: { Name: { order: ASC } }) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              Title { value }
            }
          }
        }
        Partner_Training__c(first: 2000, where: { Contact__r: { AccountId: { eq: $recordId } } }) {
          totalCount
          edges {
            node {
              Id
              Contact__c { value }
              Course__c { value label }
              Completed_Date__c { value }
              Expires_Date__c { value }
            }
          }
        }
        Partner_Course__mdt(first: 100) {
          edges {
            node {
              Id
              MasterLabel { value }
              Policy__c { value }
              Key__c { value }
              Class__c { value }
              Focus__c { value }
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
              Is_Segment_Sales_Training_Counted__c { value }
            }
          }
        }
      }
    }
  }
`;
