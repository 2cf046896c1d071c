import { gql } from "lightning/graphql";

/** What waits for a decision, for its partner or for a deal, longest first, with the policy's target. */
export const queueQuery = gql`
  query registrationQueue(
    $rows: Int!
    $waiting: Deal_Registration__c_Filter!
    $asked: Deal_Registration__c_Filter!
    $unmatched: Deal_Registration__c_Filter!
  ) {
    uiapi {
      query {
        waiting: Deal_Registration__c(
          first: $rows
          where: $waiting
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              Customer_Name__c { value }
              Submitted_At__c { value }
              Hours_Since_Submission__c { value }
              Expires_Date__c { value }
              Partner__r { Id Name { value } Partner_Manager__c { value } }
            }
          }
        }
        asked: Deal_Registration__c(
          first: $rows
          where: $asked
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
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
          where: $unmatched
          orderBy: { Submitted_At__c: { order: ASC } }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
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
