/** Whether a run may write: the guards, and the approvals that release exactly the plan that was shown. */
import type { RunRow } from "../crm/runRecord.ts";
import { guardLabel } from "../program/guardFinding.ts";
import { trippedGuards } from "../program/guards.ts";
import { type Plan, planOf } from "../program/plan.ts";
import { rateGuards } from "../program/readingGuards.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import { comparableRows, marksOf } from "./comparableRows.ts";
import type { ReadingRecord } from "./planText.ts";
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

export function guard({ decisions, facts, isFull, before, policy, approvedHashes }: Guarded): GuardedPlan {
  const counts = comparableRows(facts, isFull ? before : null);
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
export function readingRecordOf(facts: OrgFacts, before: ReadingRecord | null): ReadingRecord {
  const { rowCounts, currencies } = facts;
  return { rows: rowCounts, unratedCurrencies: currencies.unratedCurrencies, reading: marksOf(facts, before) };
}

/** Hashes that people approved, on rows or with this run. */
export function approvedHashes(heldRuns: readonly RunRow[], approve: string | null): string[] {
  return heldRuns
    .filter(({ mode }) => mode !== "Annual")
    .map(({ approvedPlanHash }) => approvedPlanHash)
    .concat(approve)
    .filter((hash) => hash !== null);
}

function newcomersOf(decisions: readonly RunDecision[]): ReadonlySet<string> {
  return new Set(decisions.filter(({ isNewcomer }) => isNewcomer).map(({ partnerId }) => partnerId));
}
