import { gql } from "lightning/graphql";

/** Two thousand rows are the most that one page of GraphQL holds; `after` asks for the next. */
export const EVIDENCE_QUERY = gql`
  query partnerEvidence($recordId: ID, $after: String) {
    uiapi {
      query {
        Opportunity_Partner__c(
          first: 2000
          after: $after
          where: { Partner__c: { eq: $recordId } }
          orderBy: { Opportunity__r: { CloseDate: { order: DESC } } }
        ) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges {
            node {
              Id
              Source__c { value label }
              Role__c { value label }
              Credit_Status__c { value }
              Credit_Reason__c { value }
              Credit_eARR__c { value }
              Is_Resale_Unauthorized__c { value }
              Opportunity__r {
                Id
                Name { value }
                CloseDate { value }
                Account { Name { value } }
                Owner { ... on User { Name { value } } }
              }
            }
          }
        }
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
              Partner_Status__c { value }
              Trailing_eARR__c { value }
              Year_To_Date_eARR__c { value }
              Annual_Window_eARR__c { value }
              Partner_Manager__r { Name { value } }
              Partner_Tier_Reviews__r(
                first: 50
                where: { and: [{ Type__c: { eq: "Annual" } }, { Status__c: { eq: "Published" } }] }
              ) {
                edges {
                  node {
                    Id
                    Program_Year__c { value }
                  }
                }
              }
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
