/** The evidence of a review: everything its result was computed from, and the rules it was computed by. */
import { dealEvidence } from "./countedDeals.ts";
import type { TierMove } from "./decision.ts";
import { canonicalJson, type Json, sha256 } from "./evidence.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { Basis, ReviewCase } from "./reviewTexts.ts";

export type EvidenceCase = Omit<ReviewCase, "outcome" | "annualReview" | "reviews">;

/** Up to this many people stand in the evidence one by one: a field has its length. */
export const mostListedPeople = 1_000;

/** Canonical, so that the same inputs give the same text and the same hash whoever computes them. */
export function reviewEvidence(move: Pick<TierMove, "from" | "to">, basis: Basis, reviewCase: EvidenceCase): string {
  const { window, earr, qualification } = basis;
  const { partner, evaluation, policy, windows, deals } = reviewCase;
  const { technical, salesTrained } = evaluation.resources;
  return canonicalJson({
    asOf: windows.asOf,
    ...dealEvidence(deals, window),
    earr,
    focus: partner.focus.toSorted(),
    isBaselineInForce: evaluation.isBaselineInForce,
    isGlobalStrategic: partner.isGlobalStrategic,
    partner: partner.id,
    policy: policy.name,
    policyRules: rulesOf(policy),
    previousTier: move.from,
    qualifiedTier: qualification.tier,
    salesTrained: people(salesTrained),
    technical: people(technical),
    tier: move.to,
    window: [window.start, window.end],
  });
}

/** Contacts by id; more than fit, as their number and a hash over them. */
function people(contactIds: readonly string[]): Json {
  if (contactIds.length <= mostListedPeople) return contactIds;
  return { people: contactIds.length, hash: sha256(canonicalJson(contactIds)) };
}

/** The settings that bear on credit and tier; benefits and guards do not. */
function rulesOf(policy: ProgramPolicy): Json {
  return {
    courses: policy.courses.map((course) => `${course.key}: ${course.class}, ${course.focus ?? "everyone"}`).sort(),
    isFocusTrainingCounted: policy.isFocusTrainingCounted,
    isLateClaimNeeded: policy.isLateClaimNeeded,
    isSameInstantCounted: policy.isSameInstantCounted,
    isSeveralRungsAllowed: policy.isSeveralRungsAllowed,
    professionalServicesFamilies: policy.professionalServicesFamilies.toSorted(),
    requirements: Object.fromEntries(
      policy.tierRequirements.map((row) => [
        row.tier,
        { earr: row.earr, rank: row.rank, sales: row.salesTrainedResources, technical: row.technicalResources },
      ]),
    ),
    resaleExcludedFamilies: policy.resaleExcludedFamilies.toSorted(),
    timeZone: policy.timeZone,
    trailingWindowDays: policy.trailingWindowDays,
    trainingRequiredOf: policy.trainingRequiredOf,
  };
}
