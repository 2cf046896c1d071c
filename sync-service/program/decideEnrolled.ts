/** The decision about an Enrolled partner (R-13..R-18). */
import { activityReview } from "./activity.ts";
import { annualReviewOf, differenceFromPublished, isAutoPublished, isOverdue } from "./annual.ts";
import type { AnnualOutcome, DecisionInput, PartnerDecision } from "./decision.ts";
import { decisionFrame } from "./decisionFrame.ts";
import { describeDecision } from "./describeDecision.ts";
import { evaluatePartner } from "./evaluatePartner.ts";
import type { PartnerEvaluation } from "./evaluation.ts";
import { explainDecision } from "./explainDecision.ts";
import type { Day, StoredPartner, TierName } from "./facts.ts";
import { gapsTo } from "./gaps.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { ReviewFacts } from "./programRecords.ts";
import { reviewsOf } from "./reviews.ts";
import { type MoveOutcome, moveTier } from "./tierMoves.ts";
import { windowsAsOf, yearOf } from "./windows.ts";

/** Decides a partner whose status is Enrolled; no other is evaluated. */
export function decideEnrolled(input: DecisionInput, policy: ProgramPolicy, asOf: Day): PartnerDecision {
  const { partner } = input;
  const evaluation = evaluatePartner(input, policy, asOf);
  const annualReview = annualReviewOf(input.reviews, partner.id, yearOf(asOf));
  const outcome = move(input, evaluation, annualReview, policy, asOf);
  const annualDifference = differenceFromPublished(input, policy, asOf);
  const after = newValues(input, evaluation, outcome, policy, asOf);
  const explained = { partner, evaluation, after, annualDifference };
  const findings = explainDecision(explained);
  const stored = { ...after, explanation: describeDecision(findings) };
  const windows = windowsAsOf(asOf, policy.trailingWindowDays);
  const basis = { partner, evaluation, outcome, windows, policy, deals: input.deals };
  return {
    ...decisionFrame(input, stored, policy, asOf),
    moves: outcome.moves,
    reviews: reviewsOf({ ...basis, annualReview, reviews: input.reviews }),
    annual: annualOutcome(outcome, asOf),
    annualDifference,
    evaluation,
    findings,
  };
}

function move(
  { partner, publishAnnual }: DecisionInput,
  evaluation: PartnerEvaluation,
  review: ReviewFacts | null,
  policy: ProgramPolicy,
  asOf: Day,
): MoveOutcome {
  const automatic = isAutoPublished(policy, asOf) ? "automatic" : "none";
  return moveTier(
    {
      storedTier: partner.stored.tier,
      storedYear: partner.stored.programYear,
      asOfYear: yearOf(asOf),
      isGlobalStrategic: partner.isGlobalStrategic,
      trailingTier: evaluation.trailing.tier,
      annualTier: evaluation.annual.tier,
      publishedTier: review?.status === "Published" ? review.tier : null,
      publication: publishAnnual ? "approved" : automatic,
    },
    policy,
  );
}

/** Every `out` field of an Enrolled partner, the explanation apart. */
function newValues(
  input: DecisionInput,
  evaluation: PartnerEvaluation,
  outcome: MoveOutcome,
  policy: ProgramPolicy,
  asOf: Day,
): StoredPartner {
  const { partner } = input;
  const { tier, programYear } = outcome;
  const { stored, isGlobalStrategic } = partner;
  const isStillDue = outcome.isDue && !outcome.isPublished;
  const projected = evaluation.yearToDate.tier;
  return {
    ...figures(evaluation),
    ...gapFields(tier, evaluation, policy),
    tier,
    tierSinceDate: tier === stored.tier ? stored.tierSinceDate : asOf,
    programYear,
    qualifiedTier: evaluation.trailing.tier,
    annualTier: isStillDue ? outcome.annualTier : null,
    projectedAnnualTier: isGlobalStrategic ? "Global Strategic" : projected,
    explanation: null,
    activityReview: activityReview({ ...input, tierAfter: tier }, policy, asOf),
  };
}

function figures({ revenue, resources }: PartnerEvaluation) {
  return {
    trailingEarr: revenue.trailing,
    trailingInfluencedEarr: revenue.trailingInfluenced,
    trailingResoldEarr: revenue.trailingResold,
    annualWindowEarr: revenue.annualWindow,
    yearToDateEarr: revenue.yearToDate,
    technicalResources: resources.technical.length,
    salesTrainedResources: resources.salesTrained.length,
  };
}

function gapFields(tier: TierName, { trailingPerformance }: PartnerEvaluation, policy: ProgramPolicy) {
  const gaps = gapsTo(tier, trailingPerformance, policy);
  return {
    nextTier: gaps.nextTier,
    nextTierEarrGap: gaps.earr,
    nextTierTechnicalGap: gaps.technical,
    nextTierSalesGap: gaps.sales,
  };
}

function annualOutcome(outcome: MoveOutcome, asOf: Day): AnnualOutcome {
  return {
    due: outcome.isDue,
    isPublished: outcome.isPublished,
    isOverdue: outcome.isDue && !outcome.isPublished && isOverdue(asOf),
    tier: outcome.annualTier,
    programYear: yearOf(asOf),
  };
}
