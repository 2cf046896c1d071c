import { gql } from "lightning/graphql";

/** The annual review that waits, and why each partner would come out as it would. */
export const annualReviewQuery = gql`
  query annualReview($mode: Picklist!) {
    uiapi {
      query {
        Partner_Sync_Run__c(
          first: 1
          where: { Mode__c: { eq: $mode }, Status__c: { eq: "Held" } }
          orderBy: { Started_At__c: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Key__c { value }
              As_Of_Date__c { value }
              Held_Reason__c { value }
              Plan__c { value }
              Plan_Hash__c { value }
              Approved_Plan_Hash__c { value }
              Approved_At__c { value }
              Approved_By__r { Name { value } }
            }
          }
        }
        Partner_Tier_Review__c(
          first: 2000
          where: { Type__c: { eq: "Annual" }, Status__c: { eq: "Provisional" } }
        ) {
          edges {
            node {
              Id
              Partner__c { value }
              Program_Year__c { value }
              eARR__c { value }
              Technical_Resources__c { value }
              Sales_Trained_Resources__c { value }
            }
          }
        }
      }
    }
  }
`;
