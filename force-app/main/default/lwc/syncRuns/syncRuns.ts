import { LightningElement, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { answerOf, troubleOf, type Trouble } from "c/programAnswer";
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

interface Row extends Run {
  readonly badgeClass: string;
  readonly what: string;
  readonly when: string;
  readonly figures: string;
}

/** The last runs of the service, what they did, and what they hold back until somebody looks. */
export default class SyncRuns extends LightningElement {
  label = label;
  variables = { runs: 10 };
  runs: Runs | null = null;
  trouble: Trouble | null = null;
  faults: readonly string[] = [];
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: syncRunsQuery, variables: "$variables" })
  takeRuns(result: GraphqlResult): void {
    this.refresh = result.refresh ?? this.refresh;
    this.trouble = troubleOf(result);
    this.faults = result.errors ? reduceErrors(result.errors) : [];
    const answer = answerOf<RunsAnswer>(result);
    if (answer) this.runs = readRuns(answer);
  }

  get isLoading(): boolean {
    return this.runs === null && this.trouble === null;
  }

  get isBroken(): boolean {
    return this.trouble === "error";
  }

  get isRefused(): boolean {
    return this.trouble === "no-access";
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

  async handleRefresh(): Promise<void> {
    await this.refresh?.();
  }
}
