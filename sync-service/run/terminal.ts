/** What a person at a terminal sees of a run: steps as they go, and a last screen. */
import { movedPartners } from "./movedPartners.ts";
import type { AnnualNotice, PartnerChange, Progress, RunResult } from "./runTypes.ts";

export const silentProgress: Progress = { step: () => undefined };

/** Each step on a line of standard error, with the seconds since the first. */
export function terminalProgress(): Progress {
  const began = performance.now();
  return {
    step: (what) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stderr.write(`${seconds.padStart(6)} s  ${what}\n`);
    },
  };
}

/** The outcome of a run in words that a newcomer understands. */
export function lastScreen(result: RunResult): string {
  const { moved, kept } = movedPartners(result.changes);
  const other = result.changes.length - moved.length - kept.length;
  return [
    "",
    `Partner tiers as of ${result.asOf} (policy ${result.policy})${result.isDryRun ? ": dry run, nothing was written" : ""}`,
    "",
    ...(moved.length === 0 ? ["  No partner moved."] : moved.flatMap(moveLines)),
    ...(kept.length > 0 ? ["", `  ${kept.length} more were reviewed for the year and keep their tier.`] : []),
    ...(other > 0 ? ["", `  ${other} more have new figures or benefits.`] : []),
    "",
    `  ${result.partnersEvaluated} partners evaluated, ${result.rowsRead} rows read, ${result.rowsWritten} ${result.isDryRun ? "to write" : "written"}, ${result.rowsFailed} failed; ${result.apiCalls} API calls in ${result.seconds.toFixed(1)} s.`,
    ...failureLines(result),
    ...heldLines(result),
    ...annualLines(result.annual),
    ...boundaryLines(result),
    "",
  ].join("\n");
}

const movesInWords: Readonly<Record<PartnerChange["moves"][number], string>> = {
  Enrollment: "enrolled",
  "Mid-Year": "advanced mid-year",
  Annual: "annual review",
  Designation: "designation changed by hand",
};

function moveLines(change: PartnerChange): string[] {
  const { partnerName, tierBefore, tierAfter, moves } = change;
  const how = moves.map((move) => movesInWords[move]).join(", then ");
  const gained = change.benefitsGained.length;
  const lost = change.benefitsLost.length;
  const effects = [
    ...(gained > 0 ? [`${benefits(gained)} opened`] : []),
    ...(lost > 0 ? [`${benefits(lost)} closed`] : []),
  ];
  return [
    `  ${partnerName}: ${tierBefore ?? "no tier"} -> ${tierAfter ?? "no tier"} (${[how, ...effects].join("; ")})`,
    `      ${reasonOf(change)}`,
  ];
}

function benefits(number: number): string {
  return `${number} ${number === 1 ? "benefit" : "benefits"}`;
}

/** The figures that the last move rests on: of the calendar year for an annual review, else of the trailing window. */
function reasonOf({ reason, explanation }: PartnerChange): string {
  const figures = /Qualified for .*? resources\./.exec(reason ?? "")?.[0];
  return figures ?? explanation ?? "";
}

function failureLines({ failures, readBack }: RunResult): string[] {
  const { differences, unverified } = readBack;
  return [
    ...failures.slice(0, 10).map((failure) => `  Not written: ${adviceOn(failure)}`),
    ...differences.slice(0, 10).map((difference) => `  Not as written: ${adviceOn(difference)}`),
    ...unverified.map((object) => `  Not read back: ${object}`),
  ];
}

function adviceOn({ object, record, code, advice }: RunResult["failures"][number]): string {
  return `${object} ${record}: ${code} (${advice})`;
}

function heldLines({ held, planHash }: RunResult): string[] {
  if (!held) return [];
  return [
    "",
    `  HELD: ${held.reason}.`,
    `  Nothing is lost. To let exactly this plan through: npm run sync -- --approve ${planHash}`,
  ];
}

/** Listed for a look, never shifted. */
function boundaryLines({ boundaries }: RunResult): string[] {
  if (boundaries.total === 0) return [];
  const shown = boundaries.listed
    .slice(0, 5)
    .map(({ kind, rule, opportunityId }) => `    ${opportunityId}  ${kind} (${rule})`);
  const more = boundaries.total - shown.length;
  return [
    "",
    `  ${boundaries.total} ${boundaries.total === 1 ? "closing lies" : "closings lie"} on the edge of a rule; worth a look, nothing was shifted:`,
    ...shown,
    ...(more > 0 ? [`    and ${more} more: npm run sync -- --dry-run --json lists them`] : []),
  ];
}

function annualLines(annual: AnnualNotice | null): string[] {
  if (!annual) return [];
  return [
    "",
    `  The annual review ${annual.year} of ${annual.partners} partners waits for approval${annual.isOverdue ? " and is OVERDUE" : ""}: npm run sync -- --approve ${annual.planHash}`,
  ];
}
