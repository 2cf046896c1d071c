import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import type { ProgramClock } from "c/programClock";
import { fillText, formatCount, formatInstant } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";
import { readRuns, type HeldPlan, type Run, type Runs, type RunsAnswer } from "./readRuns";
import { syncRunsQuery } from "./syncRunsQuery";

const LOOKS: Readonly<Record<string, string>> = {
  Completed: "slds-badge slds-theme_success",
  "Completed With Errors": "slds-badge slds-theme_warning",
  Failed: "slds-badge slds-theme_error",
  Held: "slds-badge slds-theme_warning",
};

const VARIABLES = { runs: 10 };
const UNDER_WAY: readonly string[] = ["Requested", "Running"];
const POLL_MS = 3000;
/** Ten minutes: beyond them a run is either a long night's, or one that no service will ever take up. */
const MOST_POLLS = 200;

interface Row extends Run {
  readonly badgeClass: string;
  readonly what: string;
  readonly when: string;
  readonly figures: string;
}

/** The last runs of the service, what they did, and what they hold back until somebody looks. */
export default class SyncRuns extends AnswerCard<RunsAnswer> {
  label = label;
  timer: ReturnType<typeof setInterval> | undefined;
  polls = 0;

  get variables(): Readonly<Record<string, unknown>> {
    return VARIABLES;
  }

  get query(): GraphqlDocument {
    return syncRunsQuery;
  }

  override take(answer: RunsAnswer): void {
    super.take(answer);
    if (!this.isUnderWay) this.stopFollowing();
    else if (this.timer === undefined) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing();
  }

  /** Whether the service has something to do: a run asked for or begun, or a plan that somebody has approved. */
  get isUnderWay(): boolean {
    const { recent = [], held = [] } = this.runs ?? {};
    return recent.some((run) => UNDER_WAY.includes(run.status)) || held.some((plan) => plan.isApproved);
  }

  get runs(): Runs | null {
    return this.answer && readRuns(this.answer);
  }

  get isEmpty(): boolean {
    return this.runs?.recent.length === 0;
  }

  get clock(): ProgramClock | null {
    return this.runs?.clock ?? null;
  }

  get held(): (HeldPlan & { readonly heading: string })[] {
    return (this.runs?.held ?? []).map((one) => ({ ...one, heading: fillText(label.heldHeading, one.name) }));
  }

  get rows(): Row[] {
    return (this.runs?.recent ?? []).map((run) => ({
      ...run,
      badgeClass: LOOKS[run.status] ?? "slds-badge",
      what: run.mode,
      when: formatInstant(run.at),
      figures: this.figuresOf(run),
    }));
  }

  figuresOf({ evaluated, written, failed }: Run): string {
    if (evaluated === null) return "";
    return fillText(label.figures, formatCount(evaluated), formatCount(written), formatCount(failed));
  }

  /** Only the server knows when the service is done; there is no event for it on this page. */
  follow(): void {
    this.polls = 0;
    this.timer = setInterval(() => this.poll(), POLL_MS);
  }

  poll(): void {
    this.polls += 1;
    if (this.polls >= MOST_POLLS) clearInterval(this.timer);
    this.reload().catch((error: unknown) => this.loseTrack(error));
  }

  loseTrack(error: unknown): void {
    this.stopFollowing();
    this.trouble = "error";
    this.details = reduceErrors(error);
  }

  stopFollowing(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Whoever asks anew follows for as long as before. */
  async handleRefresh(): Promise<void> {
    this.stopFollowing();
    await this.reload();
  }
}
