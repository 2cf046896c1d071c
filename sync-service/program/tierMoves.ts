/** How an Enrolled partner's tier moves in one run (R-4, R-13..R-16), one move after another. */
import type { TierMove } from "./decision.ts";
import type { TierName } from "./facts.ts";
import type { ComputedTier, ProgramPolicy } from "./policy.ts";
import { midYearTarget } from "./tier.ts";

export interface MoveCase {
  readonly storedTier: TierName | null;
  readonly storedYear: number | null;
  readonly asOfYear: number;
  readonly isGlobalStrategic: boolean;
  readonly trailingTier: ComputedTier;
  readonly annualTier: ComputedTier;
  /** Tier of the review already published for the as-of date's year; null = none. */
  readonly publishedTier: TierName | null;
  /** By a person's approval, or by the policy's date. */
  readonly publication: "approved" | "automatic" | "none";
}

export interface MoveOutcome {
  readonly tier: TierName;
  readonly programYear: number;
  readonly moves: readonly TierMove[];
  /** Due before this run, a review published earlier set aside. */
  readonly isDue: boolean;
  readonly isPublished: boolean;
  /** What the due review gives; null when not due. */
  readonly annualTier: TierName | null;
}

/**
 * Enrolment, designation, annual review, mid-year, in this order: the result of
 * a second run on the same facts is no move at all.
 */
export function moveTier(facts: MoveCase, policy: ProgramPolicy): MoveOutcome {
  const moves: TierMove[] = [];
  const entered = enter(facts, moves);
  const designated = designate(entered, facts, moves);
  const year = facts.storedTier === null ? null : facts.storedYear;
  const isBehind = (year ?? facts.asOfYear) < facts.asOfYear;
  const isDue = isBehind && facts.publishedTier === null;
  const isPublished = isDue && facts.publication !== "none";
  const reviewed = isBehind ? review(designated, facts, moves) : designated;
  const isStillDue = isDue && !isPublished;
  const tier = isStillDue ? reviewed : advance(reviewed, facts, moves, policy);
  return {
    tier,
    programYear: programYearOf(facts, year, isStillDue),
    moves,
    isDue,
    isPublished,
    annualTier: isDue ? annualResult(facts) : null,
  };
}

/** */
function enter({ storedTier }: MoveCase, moves: TierMove[]): TierName {
  if (storedTier !== null) return storedTier;
  moves.push({
    type: "Enrollment",
    from: null,
    to: "Registered",
    isByPerson: true,
  });
  return "Registered";
}

/** designation and removal act at once, also while a review is due. */
function designate(tier: TierName, { isGlobalStrategic, trailingTier }: MoveCase, moves: TierMove[]): TierName {
  const isHeld = tier === "Global Strategic";
  if (isHeld === isGlobalStrategic) return tier;
  const to = isGlobalStrategic ? "Global Strategic" : trailingTier;
  moves.push({ type: "Designation", from: tier, to, isByPerson: true });
  return to;
}

/** up or down, once published; recorded also where the tier stays. */
function review(tier: TierName, facts: MoveCase, moves: TierMove[]): TierName {
  if (facts.publishedTier !== null) return adopt(tier, facts, moves);
  if (facts.publication === "none") return tier;
  const to = annualResult(facts);
  const isByPerson = facts.publication === "approved";
  moves.push({ type: "Annual", from: tier, to, isByPerson });
  return to;
}

/**
 * The review of this year is published, yet the account is still in an earlier
 * year: a run broke off between the two. Its result stands; a second review of
 * the same year there must not be.
 */
function adopt(tier: TierName, facts: MoveCase, moves: TierMove[]): TierName {
  const to = facts.publishedTier;
  if (facts.isGlobalStrategic || to === null || to === "Global Strategic") return tier;
  if (to !== tier) moves.push({ type: "Annual", from: tier, to, isByPerson: true });
  return to;
}

/** never lower. */
function advance(tier: TierName, { trailingTier }: MoveCase, moves: TierMove[], policy: ProgramPolicy): TierName {
  const to = midYearTarget(tier, trailingTier, policy);
  if (to !== tier) moves.push({ type: "Mid-Year", from: tier, to, isByPerson: false });
  return to;
}

function annualResult({ isGlobalStrategic, annualTier }: MoveCase): TierName {
  return isGlobalStrategic ? "Global Strategic" : annualTier;
}

/** a blank year is the as-of date's, a later one is kept. */
function programYearOf({ asOfYear }: MoveCase, year: number | null, isStillDue: boolean): number {
  if (year === null) return asOfYear;
  return isStillDue ? year : Math.max(year, asOfYear);
}
