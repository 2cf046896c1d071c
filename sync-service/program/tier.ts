/** The qualified tier over a window (R-1..R-7). */
import type { Performance, Qualification, RungResult } from "./evaluation.ts";
import type { TierName } from "./facts.ts";
import { notBelowZero } from "./money.ts";
import type { ComputedTier, ProgramPolicy, TierRequirement } from "./policy.ts";

/** R-1, lowest first. */
export const tiersInOrder: readonly TierName[] = ["Registered", "Bronze", "Silver", "Gold", "Global Strategic"];

/** Place of a tier in R-1's order; no tier at all is below Registered. */
export function rankOf(tier: TierName | null): number {
  return tier === null ? -1 : tiersInOrder.indexOf(tier);
}

export function isAbove(tier: TierName, other: TierName | null): boolean {
  return rankOf(tier) > rankOf(other);
}

/**
 * Rung by rung: the highest tier such that it and every tier below it are
 * met; never below Registered, and no more than that without the baseline.
 */
export function qualify(performance: Performance, policy: ProgramPolicy): Qualification {
  const rungs = byRank(policy).map((requirement) => rungResult(requirement, performance, policy));
  const firstUnmet = rungs.findIndex((rung) => !rung.isMet);
  const met = firstUnmet < 0 ? rungs : rungs.slice(0, firstUnmet);
  return { tier: met.at(-1)?.tier ?? "Registered", rungs };
}

/** The computed tiers' requirements, lowest first. */
export function byRank(policy: ProgramPolicy): readonly TierRequirement[] {
  return [...policy.tierRequirements].sort((a, b) => a.rank - b.rank);
}

/** The requirements of the tier above a tier; null at Gold and above. */
export function requirementAbove(tier: TierName, policy: ProgramPolicy): TierRequirement | null {
  return byRank(policy).find((r) => isAbove(r.tier, tier)) ?? null;
}

/**
 * Where a mid-year move from a tier leads: to the qualified tier, or, where the
 * policy allows one rung a run only, to the next rung.
 */
export function midYearTarget(current: TierName, qualified: ComputedTier, policy: ProgramPolicy): TierName {
  if (!isAbove(qualified, current)) return current;
  if (policy.isSeveralRungsAllowed) return qualified;
  return requirementAbove(current, policy)?.tier ?? current;
}

/** What is missing to one tier, never below 0. */
export function rungResult(requirement: TierRequirement, performance: Performance, policy: ProgramPolicy): RungResult {
  const { tier, technicalResources, salesTrainedResources } = requirement;
  const isTrained = isTrainingRequired(performance.focus, policy);
  const short = (required: number, present: number) => (isTrained ? Math.max(0, required - present) : 0);
  const missing = {
    isBaselineMissing: !performance.isBaselineInForce,
    earrShort: notBelowZero(requirement.earr.minus(performance.earr)),
    technicalShort: short(technicalResources, performance.technicalResources),
    salesShort: short(salesTrainedResources, performance.salesTrainedResources),
  };
  return { tier, isMet: isNothingMissing(missing), ...missing };
}

function isNothingMissing(missing: Omit<RungResult, "tier" | "isMet">): boolean {
  return (
    !missing.isBaselineMissing && missing.earrShort.eq(0) && missing.technicalShort === 0 && missing.salesShort === 0
  );
}

/** of all partners, or of those with the focus alone. */
function isTrainingRequired(focus: readonly string[], policy: ProgramPolicy): boolean {
  return policy.trainingRequiredOf === "All partners" || focus.includes("Segment/Engage");
}
