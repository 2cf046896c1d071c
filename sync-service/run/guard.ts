/** Whether a run may write: the guards, and the approvals that release exactly the plan that was shown. */
import type { RunRow } from "../crm/runRecord.ts";
import { guardLabel } from "../program/guardFinding.ts";
import { trippedGuards } from "../program/guards.ts";
import { type Plan, planOf } from "../program/plan.ts";
import { rateGuards, type RowCount } from "../program/readingGuards.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { ReadingRecord, RowCounts } from "./planText.ts";
import type { OrgFacts } from "./readOrg.ts";
import type { RunDecision } from "./runDecision.ts";
import type { HeldCause } from "./runTypes.ts";

export interface GuardedPlan {
  readonly plan: Plan;
  /** null: the run may write. */
  readonly held: HeldCause | null;
}

export interface Guarded {
  readonly decisions: readonly RunDecision[];
  readonly facts: OrgFacts;
  /** One partner's rows are compared with nobody's: counts say nothing there. */
  readonly isFull: boolean;
  /** What the last good run over all partners read; null = there is none. */
  readonly before: ReadingRecord | null;
  readonly policy: ProgramPolicy;
  readonly approvedHashes: readonly string[];
}

/** A year's reviews begin at none: their number says nothing about a reading. */
const uncounted = new Set(["reviews"]);

export function guard({ decisions, facts, isFull, before, policy, approvedHashes }: Guarded): GuardedPlan {
  const counts = comparable(facts.rowCounts, isFull ? before : null);
  const tripped = [
    ...trippedGuards(decisions, counts, policy, newcomersOf(decisions)),
    ...rateGuards(facts.currencies, before?.unratedCurrencies ?? null, policy),
  ];
  const plan = planOf(decisions, tripped.map(guardLabel));
  const isReleased = tripped.length === 0 || approvedHashes.includes(plan.hash);
  const reason = tripped.map((finding) => finding.reason).join("; ");
  return { plan, held: isReleased ? null : { codes: plan.guardCodes, reason } };
}

/** What the next run compares its own reading with. */
export function readingRecordOf({ rowCounts, currencies }: OrgFacts): ReadingRecord {
  return { rows: rowCounts, unratedCurrencies: currencies.unratedCurrencies };
}

/** Hashes that people approved, on rows or with this run. */
export function approvedHashes(heldRuns: readonly RunRow[], approve: string | null): string[] {
  return heldRuns
    .filter(({ mode }) => mode !== "Annual")
    .map(({ approvedPlanHash }) => approvedPlanHash)
    .concat(approve)
    .filter((hash) => hash !== null);
}

function comparable(now: RowCounts, before: ReadingRecord | null): RowCount[] {
  return Object.entries(now)
    .filter(([object]) => !uncounted.has(object))
    .map(([object, rows]) => ({ object, now: rows, before: before?.rows[object] ?? null }));
}

function newcomersOf(decisions: readonly RunDecision[]): ReadonlySet<string> {
  return new Set(decisions.filter(({ isNewcomer }) => isNewcomer).map(({ partnerId }) => partnerId));
}
