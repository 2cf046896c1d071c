import { gql } from "lightning/graphql";

export const HISTORY_QUERY = gql`
  query partnerHistory($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
              Partner_Status__c { value }
              Trailing_eARR__c { value }
            }
          }
        }
        Partner_Tier_Review__c(
          first: 200
          where: { Partner__c: { eq: $recordId } }
          orderBy: { As_Of_Date__c: { order: DESC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Type__c { value }
              Status__c { value }
              As_Of_Date__c { value }
              Program_Year__c { value }
              Window_Start_Date__c { value }
              Window_End_Date__c { value }
              Previous_Tier__c { value }
              Tier__c { value }
              eARR__c { value }
              Technical_Resources__c { value }
              Sales_Trained_Resources__c { value }
              Explanation__c { value }
              CreatedDate { value }
            }
          }
        }
        Opportunity_Partner__c(
          first: 2000
          where: {
            and: [
              { Partner__c: { eq: $recordId } }
              { Credit_Status__c: { eq: "Counted" } }
              { Credit_eARR__c: { ne: 0 } }
            ]
          }
          orderBy: { Opportunity__r: { CloseDate: { order: DESC } } }
        ) {
          pageInfo { hasNextPage endCursor }
          edges {
            node {
              Id
              Credit_eARR__c { value }
              Opportunity__r { CloseDate { value } }
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
