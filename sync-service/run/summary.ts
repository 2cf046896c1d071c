/** A run in plain sentences, for the run record and the terminal. */
import { dayText } from "../program/dayText.ts";
import { movedPartners } from "./movedPartners.ts";
import type { PartnerChange, ReadingNotice, RunResult } from "./runTypes.ts";

type Told = Omit<RunResult, "apiCalls" | "seconds">;

/** Summary__c is text for people; names of partners are business data, not personal. */
export function summaryOf(result: Told): string {
  const sentences = [
    `Evaluated ${count(result.partnersEvaluated, "partner")} as of ${dayText(result.asOf)} under the policy ${result.policyLabel}.`,
    ...readingOf(result.reading),
    ...movesOf(result.changes),
    result.held ? `Held before the first write: ${result.held.reason}.` : `Wrote ${count(result.rowsWritten, "row")}.`,
    ...failuresOf(result),
    ...readBackOf(result),
    ...annualOf(result),
    ...boundariesOf(result),
  ];
  return sentences.join(" ");
}

function readingOf(reading: ReadingNotice | null): string[] {
  if (reading === null) return [];
  const { kind, from, reason } = reading;
  if (kind === "Full") return reason === null ? [] : [`Read all deals: ${reason}.`];
  return [`Read deals that are open, closed since ${dayText(from)}, or changed.`];
}

function movesOf(changes: readonly PartnerChange[]): string[] {
  const { moved, kept } = movedPartners(changes);
  const reviewed = kept.length > 0 ? [`${count(kept.length, "partner")} kept the tier in the annual review.`] : [];
  if (moved.length === 0) return ["No tier moved.", ...reviewed];
  const shown = moved
    .slice(0, 20)
    .map(
      ({ partnerName, tierBefore, tierAfter }) =>
        `${partnerName} ${tierBefore ?? "no tier"} to ${tierAfter ?? "no tier"}`,
    );
  const more = moved.length > 20 ? ` and ${moved.length - 20} more` : "";
  return [`${count(moved.length, "partner")} moved: ${shown.join(", ")}${more}.`, ...reviewed];
}

function failuresOf({ failures, stopped }: Told): string[] {
  const [first] = failures;
  if (!first) return [];
  return [
    `${count(failures.length, "row")} failed; the first: ${first.object} ${first.record}, ${first.code}: ${first.advice}.`,
    ...stopOf(stopped),
  ];
}

/** Nothing to say where everything is as it was saved. */
function readBackOf({ readBack: { rows, differences, unverified } }: Told): string[] {
  const [first] = differences;
  const differing = first
    ? `Read back ${count(rows, "row")}: ${differences.length} not as written; the first: ${first.object} ${first.record}, ${first.code}: ${first.message}; ${first.advice}.`
    : null;
  const missing = unverified.length > 0 ? `Could not read back what was written to ${unverified.join(", ")}.` : null;
  return [differing, missing].filter((sentence) => sentence !== null);
}

function stopOf(stopped: Told["stopped"]): string[] {
  if (stopped === null) return [];
  const { object, code, refused, rows } = stopped;
  return [
    `Stopped writing: ${code} refused ${refused} of ${rows} rows of ${object}; the rest is left to the next run.`,
  ];
}

function annualOf({ annual }: Told): string[] {
  if (!annual) return [];
  const late = annual.isOverdue ? " It is overdue." : "";
  return [`The annual review ${annual.year} of ${count(annual.partners, "partner")} waits for approval.${late}`];
}

/** Kinds and counts; the ids are in `--json`. */
function boundariesOf({ boundaries }: Told): string[] {
  if (boundaries.total === 0) return [];
  const kinds = Object.entries(boundaries.byKind).map(([kind, cases]) => `${cases} ${kind}`);
  return [`${count(boundaries.total, "closing")} on the edge of a rule, left as recorded: ${kinds.join(", ")}.`];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
