import { gql } from "lightning/graphql";

/** The last runs, those that wait for an approval, and how old the figures are. */
export const syncRunsQuery = gql`
  query syncRuns($runs: Int!) {
    uiapi {
      query {
        recent: Partner_Sync_Run__c(
          first: $runs
          where: { Mode__c: { ne: "Annual" } }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name { value }
              Status__c { value label }
              Mode__c { label }
              Partner__r { Id Name { value } }
              CreatedDate { value }
              Started_At__c { value }
              Finished_At__c { value }
              Partners_Evaluated__c { value }
              Rows_Written__c { value }
              Rows_Failed__c { value }
              Summary__c { value }
            }
          }
        }
        held: Partner_Sync_Run__c(
          first: 5
          where: { Mode__c: { ne: "Annual" }, Status__c: { eq: "Held" } }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name { value }
              Held_Reason__c { value }
              Plan__c { value }
              Plan_Hash__c { value }
              Approved_Plan_Hash__c { value }
              Approved_At__c { value }
              Approved_By__r { Name { value } }
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
