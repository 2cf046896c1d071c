import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { createRecord } from "lightning/uiRecordApi";
import RUN from "@salesforce/schema/Partner_Sync_Run__c";
import MODE from "@salesforce/schema/Partner_Sync_Run__c.Mode__c";
import PARTNER from "@salesforce/schema/Partner_Sync_Run__c.Partner__c";
import STATUS from "@salesforce/schema/Partner_Sync_Run__c.Status__c";
import mayRequest from "@salesforce/customPermission/Work_With_Partners";
import { answerOf, rowsOf } from "c/programAnswer";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";
import { RUN_PROGRESS_QUERY, type RunProgressAnswer } from "./runProgressQuery";

interface OpenRun {
  readonly Id: string;
  readonly Status__c: { readonly value: string | null };
}

const POLL_MS = 3000;
/** The service looks for requests every ten seconds; a run of one partner takes a few more. */
const MOST_POLLS = 40;
const UNDER_WAY: readonly (string | null)[] = ["Requested", "Running"];
const DONE: readonly string[] = ["Completed", "Completed With Errors"];

/** Requests a run for one partner and follows it to its end. */
export default class PartnerRecalculate extends LightningElement {
  @api recordId = "";

  label = label;
  mayRequest = mayRequest === true;
  runId: string | null = null;
  status: string | null = null;
  isSaving = false;
  hasGivenUp = false;
  polls = 0;
  timer: ReturnType<typeof setInterval> | undefined;
  refreshRun: (() => Promise<void>) | undefined;

  /** A run that somebody requested before this page was opened is followed too. */
  @api
  get openRun(): OpenRun | undefined {
    return undefined;
  }
  set openRun(run: OpenRun | undefined) {
    if (run && this.runId === null && UNDER_WAY.includes(run.Status__c.value)) this.follow(run.Id, run.Status__c.value);
  }

  get query(): GraphqlDocument | undefined {
    return this.runId === null ? undefined : RUN_PROGRESS_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { runId: this.runId };
  }

  @wire(graphql, { query: "$query", variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshRun = result.refresh ?? this.refreshRun;
    const answer = answerOf<RunProgressAnswer>(result);
    const run = answer ? rowsOf(answer.Partner_Sync_Run__c)[0] : undefined;
    if (!run || this.runId === null) return;
    this.status = run.Status__c.value;
    if (!UNDER_WAY.includes(this.status)) this.finish(run.Held_Reason__c.value ?? run.Summary__c.value ?? "");
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  get isBusy(): boolean {
    return this.isSaving || this.runId !== null;
  }

  get progressText(): string {
    if (this.hasGivenUp) return label.waiting;
    if (!this.isBusy) return "";
    return this.status === "Running" ? label.running : label.requested;
  }

  async handleClick(): Promise<void> {
    this.isSaving = true;
    this.hasGivenUp = false;
    try {
      const run = await createRecord({
        apiName: RUN.objectApiName,
        fields: {
          [PARTNER.fieldApiName]: this.recordId,
          [MODE.fieldApiName]: "On Demand",
          [STATUS.fieldApiName]: "Requested",
        },
      });
      this.follow(run.id, "Requested");
    } catch (error) {
      this.tell(label.refused, reduceErrors(error).join(" "), "error");
    } finally {
      this.isSaving = false;
    }
  }

  follow(runId: string, status: string | null): void {
    this.runId = runId;
    this.status = status;
    this.polls = 0;
    clearInterval(this.timer);
    // Only the server knows when the service is done; there is no event for it on this page.
    this.timer = setInterval(() => this.poll(), POLL_MS);
  }

  poll(): void {
    this.polls += 1;
    if (this.polls > MOST_POLLS) {
      this.stop();
      this.hasGivenUp = true;
      return;
    }
    this.refreshRun?.().catch((error: unknown) => this.loseTrack(error));
  }

  loseTrack(error: unknown): void {
    this.stop();
    this.hasGivenUp = true;
    this.tell(label.lost, reduceErrors(error).join(" "), "warning");
  }

  stop(): void {
    clearInterval(this.timer);
    this.runId = null;
  }

  finish(remark: string): void {
    const { status } = this;
    this.stop();
    if (DONE.includes(status ?? "")) this.tell(label.done, "", "success");
    else if (status === "Held") this.tell(label.held, remark, "warning");
    else this.tell(label.failed, remark, "error");
    this.dispatchEvent(new CustomEvent("recalculated"));
  }

  tell(title: string, message: string, variant: "success" | "warning" | "error"): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }
}
