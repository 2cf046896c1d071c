import { gql } from "lightning/graphql";
import type { Connection, Text } from "c/programAnswer";

export const RUN_PROGRESS_QUERY = gql`
  query runProgress($runId: ID) {
    uiapi {
      query {
        Partner_Sync_Run__c(first: 1, where: { Id: { eq: $runId } }) {
          edges {
            node {
              Id
              Status__c { value }
              Summary__c { value }
              Held_Reason__c { value }
            }
          }
        }
      }
    }
  }
`;

export interface RunProgressAnswer {
  readonly Partner_Sync_Run__c: Connection<{
    readonly Id: string;
    readonly Status__c: Text;
    readonly Summary__c: Text;
    readonly Held_Reason__c: Text;
  }>;
}
