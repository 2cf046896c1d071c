import { gql } from "lightning/graphql";

/** Counted revenue leaves the trailing window in the order of its close dates: the earliest are enough. */
export const PARTNER_TIER_QUERY = gql`
  query partnerTier($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
              Partner_Status__c { value label }
              Partner_Tier__c { value }
              Partner_Tier_Since_Date__c { value }
              Partner_Program_Year__c { value }
              Qualified_Tier__c { value }
              Annual_Tier__c { value }
              Projected_Annual_Tier__c { value }
              Is_Global_Strategic__c { value }
              Trailing_eARR__c { value }
              Trailing_Influenced_eARR__c { value }
              Trailing_Resold_eARR__c { value }
              Annual_Window_eARR__c { value }
              Year_To_Date_eARR__c { value }
              Technical_Resources__c { value }
              Sales_Trained_Resources__c { value }
              Next_Tier__c { value }
              Next_Tier_eARR_Gap__c { value }
              Next_Tier_Technical_Gap__c { value }
              Next_Tier_Sales_Gap__c { value }
              Partner_Tier_Explanation__c { value }
              Partner_Activity_Review__c { value }
              Partner_Agreements__r(first: 100) {
                edges {
                  node {
                    Id
                    Type__c { value label }
                    Effective_Date__c { value }
                    End_Date__c { value }
                  }
                }
              }
              Opportunity_Partners__r(
                first: 200
                where: {
                  and: [
                    { Credit_Status__c: { eq: "Counted" } }
                    { Credit_eARR__c: { ne: 0 } }
                    { Opportunity__r: { CloseDate: { gte: { range: { last_n_days: 400 } } } } }
                  ]
                }
                orderBy: { Opportunity__r: { CloseDate: { order: ASC } } }
              ) {
                edges {
                  node {
                    Id
                    Credit_eARR__c { value }
                    Opportunity__r {
                      Id
                      Name { value }
                      CloseDate { value }
                    }
                  }
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
            }
          }
        }
        Partner_Tier_Requirement__mdt(first: 100) {
          edges {
            node {
              Id
              Policy__c { value }
              Tier__c { value }
              Rank__c { value }
              eARR__c { value }
              Technical_Resources__c { value }
              Sales_Trained_Resources__c { value }
            }
          }
        }
        openRun: Partner_Sync_Run__c(
          first: 1
          where: { and: [{ Partner__c: { eq: $recordId } }, { Status__c: { in: ["Requested", "Running", "Held"] } }] }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Status__c { value }
              Held_Reason__c { value }
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
