import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import type { ProgramClock } from "c/programClock";
import { fillText, formatCount, formatInstant } from "c/programFormat";
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

interface Row extends Run {
  readonly badgeClass: string;
  readonly what: string;
  readonly when: string;
  readonly figures: string;
}

/** The last runs of the service, what they did, and what they hold back until somebody looks. */
export default class SyncRuns extends AnswerCard<RunsAnswer> {
  label = label;

  get variables(): Readonly<Record<string, unknown>> {
    return VARIABLES;
  }

  get query(): GraphqlDocument {
    return syncRunsQuery;
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

  async handleRefresh(): Promise<void> {
    await this.reload();
  }
}
