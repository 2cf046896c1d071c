/** What would be if: a partner decided once more with a few assumptions in place of facts. Nothing is stored. */
import type { Assumption } from "./assumption.ts";
import { decidePartner } from "./decidePartner.ts";
import type { DecisionInput, PartnerDecision } from "./decision.ts";
import type { Day, TierName } from "./facts.ts";
import { type Gaps, gapsTo } from "./gaps.ts";
import type { ProgramPolicy } from "./policy.ts";
import { withAssumption } from "./withAssumption.ts";

/** One side of the comparison. */
export interface Prospect {
  /** Over the trailing window; null unless Enrolled. */
  readonly qualifiedTier: TierName | null;
  readonly tierAfter: TierName | null;
  /** Null at Gold and above, and unless Enrolled. */
  readonly gaps: Gaps | null;
}

export interface WhatIf {
  readonly now: Prospect;
  readonly then: Prospect;
  /** The annual review is due, so that no tier moves before it is published. */
  readonly isWaiting: boolean;
  /** Labels, in the order of the matrix. */
  readonly benefitsOpened: readonly string[];
  readonly benefitsClosed: readonly string[];
}

/** @throws RangeError where an assumption names what the policy does not know. */
export function whatIf(
  input: DecisionInput,
  assumptions: readonly Assumption[],
  policy: ProgramPolicy,
  asOf: Day,
): WhatIf {
  const assumed = assumptions.reduce((facts, assumption) => withAssumption(facts, assumption, policy, asOf), input);
  const now = decidePartner(input, policy, asOf);
  const then = decidePartner(assumed, policy, asOf);
  return {
    now: prospectOf(now, policy),
    then: prospectOf(then, policy),
    isWaiting: then.annual.due && !then.annual.isPublished,
    benefitsOpened: opened(now, then, policy),
    benefitsClosed: opened(then, now, policy),
  };
}

function prospectOf({ evaluation, tierAfter }: PartnerDecision, policy: ProgramPolicy): Prospect {
  if (!evaluation || tierAfter === null) return { qualifiedTier: null, tierAfter, gaps: null };
  const gaps = gapsTo(tierAfter, evaluation.trailingPerformance, policy);
  return { qualifiedTier: evaluation.trailing.tier, tierAfter, gaps: gaps.nextTier === null ? null : gaps };
}

/** Labels of the benefits available in one decision and not in the other. */
export function opened(before: PartnerDecision, after: PartnerDecision, policy: ProgramPolicy): string[] {
  const [had, has] = [available(before), available(after)];
  return [...policy.benefitRules]
    .sort((a, b) => a.order - b.order)
    .filter(({ key }) => has.has(key) && !had.has(key))
    .map(({ label }) => label);
}

function available({ benefits }: PartnerDecision): ReadonlySet<string> {
  return new Set(benefits.filter(({ isAvailable }) => isAvailable).map(({ benefitKey }) => benefitKey));
}
