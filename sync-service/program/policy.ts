/**
 * The programme policy: every reading marked ◆ in the rules, the tier
 * requirements, the benefit matrix and the course catalogue, as plain data kept
 * in custom metadata. A reading of which only one value is implemented has that
 * value as its type, so that the boundary has to reject any other.
 */
import type Big from "big.js";
import type { Day, TierName } from "./facts.ts";
import type { AgreementType } from "./standingFacts.ts";

/** A tier reached by computation; Global Strategic is none. */
export type ComputedTier = Exclude<TierName, "Global Strategic">;

/** All to be met, `>=`, nothing rounded. */
export interface TierRequirement {
  readonly tier: ComputedTier;
  /** Registered 1, Bronze 2, … */
  readonly rank: number;
  readonly technicalResources: number;
  readonly salesTrainedResources: number;
  /** US dollars. */
  readonly earr: Big;
}

export interface BenefitRule {
  readonly key: string;
  readonly label: string;
  readonly lowestTier: TierName;
  readonly isByInvitation: boolean;
  /** Focus values of which the partner needs one; empty = any partner. */
  readonly productScope: readonly string[];
  /** All of them are needed. */
  readonly agreements: readonly AgreementType[];
  readonly note: string | null;
  readonly order: number;
}

export type CourseClass = "Technical" | "Sales";

export interface Course {
  readonly key: string;
  readonly label: string;
  readonly class: CourseClass;
  /** Counts for partners of this focus only, and is required of them; null = everyone. */
  readonly focus: string | null;
}

export type TrainingRequiredOf = "All partners" | "Segment/Engage focused partners only";

export interface ProgramPolicy {
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  readonly effectiveFrom: Day;
  /** Last day, included; null = open. */
  readonly effectiveTo: Day | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly trainingRequiredOf: TrainingRequiredOf;
  /** The day from which due reviews publish themselves, in its own year only; null = by approval. */
  readonly annualAutoPublishDate: Day | null;
  readonly professionalServicesFamilies: readonly string[];
  readonly resaleExcludedFamilies: readonly string[];
  /** 365: both ends included. */
  readonly trailingWindowDays: number;
  readonly registrationExpiryDays: number;
  readonly registrationExtensions: number;
  readonly registrationTargetBusinessDays: number;
  readonly activityExemptDays: number;
  /** Sentinel: an attribution this soon after the close is on the boundary. */
  readonly boundaryMinutes: number;
  readonly maxDemotionsCount: number;
  /** Percentages are of 100. */
  readonly maxDemotionsPercent: number;
  readonly maxRowsDropPercent: number;
  readonly maxTierChangesPercent: number;
  readonly maxBenefitChangesPercent: number;
  /** Guard: an input object may be empty that was not before. */
  readonly isEmptyInputAllowed: boolean;
  /** Guard: a currency may be without any dated rate that had some before, or is new. */
  readonly isUnratedCurrencyAllowed: boolean;
  /** one run may climb several rungs; false = one rung at a time. */
  readonly isSeveralRungsAllowed: boolean;
  /** an attribution created in the very instant of the close counts. */
  readonly isSameInstantCounted: boolean;
  /** a registration submitted after the close needs an approved late claim. */
  readonly isLateClaimNeeded: boolean;
  /** a course for a focus makes a resource for partners of that focus. */
  readonly isFocusTrainingCounted: boolean;
  /** */
  readonly isFullCreditForEachPartner: true;
  /** an annual review moves by any number of tiers. */
  readonly isAnnualMoveUnlimited: true;
  /** at the annual review too. */
  readonly isTrainingJudgedAtEvaluation: true;
  /** */
  readonly gracePeriodDays: 0;
  /** Ascending by rank. */
  readonly tierRequirements: readonly TierRequirement[];
  readonly benefitRules: readonly BenefitRule[];
  readonly courses: readonly Course[];
}

/**
 * The policy in force on a day; of several, the one that took effect last, then
 * by name in ASCII order, so that a run as of last year uses last year's rules.
 * @throws RangeError where none is in force: no rule is ever guessed.
 */
export function selectPolicy(policies: readonly ProgramPolicy[], asOf: Day): ProgramPolicy {
  const inForce = policies.filter((p) => p.effectiveFrom <= asOf && (p.effectiveTo === null || p.effectiveTo >= asOf));
  const [first, ...rest] = inForce;
  if (!first) throw new RangeError(`No programme policy is in force on ${asOf}`);
  return rest.reduce((best, p) => (isLater(p, best) ? p : best), first);
}

function isLater(a: ProgramPolicy, b: ProgramPolicy): boolean {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom;
  return a.name < b.name;
}
