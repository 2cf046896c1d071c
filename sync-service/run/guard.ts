/** Whether a run may write: the guards, and the approvals that release exactly the plan that was shown. */
import type { RunRow } from "../crm/runRecord.ts";
import type { PartnerDecision } from "../program/decision.ts";
import { guardLabel, type RowCount, trippedGuards } from "../program/guards.ts";
import { type Plan, planOf } from "../program/plan.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { RowCounts } from "./planText.ts";
import type { HeldCause } from "./runTypes.ts";

export interface GuardedPlan {
  readonly plan: Plan;
  /** null: the run may write. */
  readonly held: HeldCause | null;
}

export interface Reading {
  readonly now: RowCounts;
  /** Of the last good run over all partners; null = there is none. */
  readonly before: RowCounts | null;
}

/** A year's reviews begin at none: their number says nothing about a reading. */
const uncounted = new Set(["reviews"]);

export function guard(
  decisions: readonly PartnerDecision[],
  reading: Reading,
  policy: ProgramPolicy,
  approvedHashes: readonly string[],
): GuardedPlan {
  const tripped = trippedGuards(decisions, comparable(reading), policy);
  const plan = planOf(decisions, tripped.map(guardLabel));
  const isReleased = tripped.length === 0 || approvedHashes.includes(plan.hash);
  return {
    plan,
    held: isReleased
      ? null
      : {
          codes: plan.guardCodes,
          reason: tripped.map(({ reason }) => reason).join("; "),
        },
  };
}

/** Hashes that people approved, on rows or with this run. */
export function approvedHashes(heldRuns: readonly RunRow[], approve: string | null): string[] {
  return heldRuns
    .filter(({ mode }) => mode !== "Annual")
    .map(({ approvedPlanHash }) => approvedPlanHash)
    .concat(approve)
    .filter((hash) => hash !== null);
}

function comparable({ now, before }: Reading): RowCount[] {
  return Object.entries(now)
    .filter(([object]) => !uncounted.has(object))
    .map(([object, rows]) => ({
      object,
      now: rows,
      before: before?.[object] ?? null,
    }));
}
