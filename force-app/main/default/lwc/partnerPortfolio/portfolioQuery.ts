import { gql } from "lightning/graphql";

/** Partners with the figures that the last run left on them; whose, is the filter's to say. */
export const portfolioQuery = gql`
  query partnerPortfolio($where: Account_Filter!) {
    uiapi {
      query {
        Account(first: 2000, where: $where, orderBy: { Name: { order: ASC } }) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              Partner_Status__c { value label }
              Partner_Tier__c { value }
              Annual_Tier__c { value }
              Projected_Annual_Tier__c { value }
              Trailing_eARR__c { value }
              Next_Tier__c { value }
              Next_Tier_eARR_Gap__c { value }
              Next_Tier_Technical_Gap__c { value }
              Next_Tier_Sales_Gap__c { value }
              Partner_Activity_Review__c { value }
            }
          }
        }
        lastRun: Partner_Sync_Run__c(
          first: 1
          where: { Partner__c: { eq: null }, Mode__c: { ne: "Annual" }, Finished_At__c: { ne: null }, Status__c: { in: ["Completed", "Completed With Errors"] } }
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
        Partner_Program_Policy__mdt(first: 20, orderBy: { Effective_From_Date__c: { order: DESC } }) {
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
