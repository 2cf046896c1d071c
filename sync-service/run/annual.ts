/** The annual review that waits for a person: one Held row a year, refreshed by every full run. */
import type { Org } from "../crm/org.ts";
import { readRunByKey } from "../crm/readRuns.ts";
import { createRun, isDuplicate, type RunRow, type RunValues, updateRun } from "../crm/runRecord.ts";
import { type Plan, planOf } from "../program/plan.ts";
import { yearOf } from "../program/windows.ts";
import { type Decisions, isPending } from "./decide.ts";
import { nothingRead, planText } from "./planText.ts";
import type { ProgramDay } from "./programDay.ts";
import type { RunDecision } from "./runDecision.ts";
import type { AnnualNotice } from "./runTypes.ts";

export interface AnnualReview {
  /** null: nothing is due. */
  readonly notice: AnnualNotice | null;
  /** What publishing would do: the due partners and nobody else. */
  readonly plan: Plan;
  readonly due: readonly RunDecision[];
  readonly isApproved: boolean;
  /** The year's row; null = none yet. */
  readonly row: RunRow | null;
  /** Rows of earlier years, which are not reviewed any more. */
  readonly outdated: readonly RunRow[];
}

export function annualReview(
  { asItIs, published }: Decisions<RunDecision>,
  heldRuns: readonly RunRow[],
  { asOf }: ProgramDay,
  approve: string | null,
): AnnualReview {
  const year = yearOf(asOf);
  const due = published.filter((_, index) => {
    const decision = asItIs[index];
    return decision !== undefined && isPending(decision);
  });
  const plan = planOf(due, []);
  const rows = heldRuns.filter(({ mode }) => mode === "Annual");
  const row = rows.find(({ key }) => key === annualKey(year)) ?? null;
  const approved = [row?.approvedPlanHash, approve];
  const isOverdue = asItIs.some(({ annual }) => annual.isOverdue);
  return {
    notice: due.length === 0 ? null : { year, planHash: plan.hash, partners: due.length, isOverdue },
    plan,
    due,
    isApproved: due.length > 0 && approved.includes(plan.hash),
    row,
    outdated: rows.filter((other) => other !== row),
  };
}

/** Brings the year's row up to date: refreshed while it waits, closed once it is published. */
export async function recordAnnualReview(org: Org, review: AnnualReview, { asOf }: ProgramDay): Promise<void> {
  for (const row of review.outdated)
    await updateRun(org, row.id, {
      status: "Superseded",
      summary: "Not published in its own year; skipped years are not reviewed.",
    });
  const { row, notice } = review;
  if (notice === null || review.isApproved) return closeRow(org, review);
  const text = planText(review.plan, review.due, nothingRead);
  const values: RunValues = {
    asOfDate: asOf,
    planHash: notice.planHash,
    plan: text,
    heldReason: heldReason(notice),
    summary: `The annual review ${notice.year} would be published for ${notice.partners} partners.`,
  };
  if (row === null) await createRow(org, notice.year, values);
  else if (row.planHash !== notice.planHash || row.plan !== text) await updateRun(org, row.id, values);
}

function annualKey(year: number): string {
  return `annual:${year}`;
}

function heldReason({ year, isOverdue }: AnnualNotice): string {
  const late = isOverdue ? " It is overdue: 31 March has passed." : "";
  return `The annual review ${year} waits for a program administrator's approval (R-16).${late}`;
}

/**
 * The year's key may be taken: by this very call, whose first answer was lost, or
 * by a row that was closed before another partner came to be due.
 */
async function createRow(org: Org, year: number, values: RunValues): Promise<void> {
  const waiting: RunValues = { status: "Held", mode: "Annual", startedAt: org.clock.stamp(), ...values };
  try {
    await createRun(org, { key: annualKey(year), ...waiting });
  } catch (error) {
    const taken = isDuplicate(error) ? await readRunByKey(org, annualKey(year)) : null;
    if (taken === null) throw error;
    await updateRun(org, taken.id, { ...waiting, finishedAt: null });
  }
}

async function closeRow(org: Org, { row, plan, due }: AnnualReview): Promise<void> {
  if (row === null) return;
  await updateRun(org, row.id, {
    planHash: plan.hash,
    plan: planText(plan, due, nothingRead),
    status: "Completed",
    finishedAt: org.clock.stamp(),
    heldReason: null,
    summary: `The annual review is published (${plan.lines.length} partners).`,
  });
}
