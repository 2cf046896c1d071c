import { api } from "lwc";
import { gql, type GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { rowsOf, type Connection, type Text } from "c/programAnswer";
import empty from "@salesforce/label/c.SyncRunPlan_Empty";
import failed from "@salesforce/label/c.SyncRunPlan_Failed";
import hidden from "@salesforce/label/c.SyncRunPlan_Hidden";
import loading from "@salesforce/label/c.SyncRunPlan_Loading";
import title from "@salesforce/label/c.SyncRunPlan_Title";

interface PlanAnswer {
  readonly Partner_Sync_Run__c: Connection<{ readonly Plan__c: Text }>;
}

const planQuery = gql`
  query syncRunPlan($runId: ID!) {
    uiapi {
      query {
        Partner_Sync_Run__c(first: 1, where: { Id: { eq: $runId } }) {
          edges {
            node {
              Id
              Plan__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The plan of a run as people read it: whose tier moves, and which benefits go. */
export default class SyncRunPlan extends AnswerCard<PlanAnswer> {
  @api recordId = "";

  label = { empty, failed, hidden, loading, title };

  get query(): GraphqlDocument {
    return planQuery;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { runId: this.recordId };
  }

  override get isHidden(): boolean {
    return this.answer !== null && rowsOf(this.answer.Partner_Sync_Run__c).length === 0;
  }

  get plan(): string | null {
    const [run] = this.answer ? rowsOf(this.answer.Partner_Sync_Run__c) : [];
    return run?.Plan__c.value ?? null;
  }

  get isEmpty(): boolean {
    return this.state === null && this.plan === null;
  }
}
