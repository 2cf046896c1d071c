import { gql } from "lightning/graphql";

/** What waits for a decision, longest first, and what is approved without a deal; with the policy's target. */
export const queueQuery = gql`
  query registrationQueue($rows: Int!) {
    uiapi {
      query {
        waiting: Deal_Registration__c(
          first: $rows
          where: { Status__c: { in: ["Submitted", "Action Required"] } }
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              Status__c { label }
              Customer_Name__c { value }
              Submitted_At__c { value }
              Hours_Since_Submission__c { value }
              Expires_Date__c { value }
              Partner__r { Id Name { value } Partner_Manager__c { value } }
            }
          }
        }
        unmatched: Deal_Registration__c(
          first: $rows
          where: { Status__c: { eq: "Approved" }, Opportunity__c: { eq: null } }
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              Status__c { label }
              Customer_Name__c { value }
              Submitted_At__c { value }
              Hours_Since_Submission__c { value }
              Expires_Date__c { value }
              Partner__r { Id Name { value } Partner_Manager__c { value } }
            }
          }
        }
        Partner_Program_Policy__mdt(first: 20, orderBy: { Effective_From_Date__c: { order: DESC } }) {
          edges {
            node {
              Id
              Effective_From_Date__c { value }
              Registration_Decision_Business_Days__c { value }
              Time_Zone__c { value }
            }
          }
        }
      }
    }
  }
`;
