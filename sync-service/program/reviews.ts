/** The reviews that a run writes: one a decision, keyed so that a rerun cannot write it twice (R-13..R-16). */
import type { ReviewDraft, TierMove } from "./decision.ts";
import { sha256 } from "./evidence.ts";
import type { Day, TierName } from "./facts.ts";
import type { ReviewFacts, ReviewType } from "./programRecords.ts";
import { reviewEvidence } from "./reviewEvidence.ts";
import { basisOf, describeMove, type ReviewCase } from "./reviewTexts.ts";
import { yearOf } from "./windows.ts";

/** One row for every move, and the provisional annual one where it is new or has changed. */
export function reviewsOf(reviewCase: ReviewCase): ReviewDraft[] {
  const { outcome, annualReview } = reviewCase;
  const drafts = outcome.moves
    .filter((move) => !isWrittenBefore(move, reviewCase))
    .map((move) => draftOf(move, "Published", reviewCase));
  if (!outcome.isDue || outcome.isPublished || outcome.annualTier === null) return drafts;
  const move: TierMove = {
    type: "Annual",
    from: outcome.tier,
    to: outcome.annualTier,
    isByPerson: false,
  };
  const provisional = draftOf(move, "Provisional", reviewCase);
  return isRecorded(provisional, annualReview) ? drafts : [...drafts, provisional];
}

/** Deterministic: the same decision on the same day has the same key; annual ones are one a year. */
export function reviewKey(type: ReviewType, partnerId: string, asOf: Day, tier: TierName): string {
  if (type === "Annual") return `annual:${partnerId}:${yearOf(asOf)}`;
  if (type === "Enrollment") return `enrollment:${partnerId}:${asOf}`;
  return `${type.toLowerCase()}:${partnerId}:${asOf}:${tier}`;
}

/**
 * Reviews are written before accounts: where an earlier day's run got no further,
 * the same move is made again, and its review is there. It is the latest one, of
 * the same move, made while the account stood where it still stands.
 */
function isWrittenBefore({ type, from, to }: TierMove, reviewCase: ReviewCase): boolean {
  const { annualReview, reviews, partner, windows } = reviewCase;
  if (type === "Annual") return annualReview?.status === "Published";
  const since = partner.stored.tierSinceDate ?? partner.enrolledDate;
  if (since === null) return false;
  const days = reviews.filter(({ status }) => status === "Published").flatMap(({ asOfDate }) => asOfDate ?? []);
  const latest = days.reduce((last, day) => (day > last ? day : last), "");
  const isSame = (review: ReviewFacts) =>
    review.status === "Published" && review.type === type && review.previousTier === from && review.tier === to;
  return (
    latest >= since && latest < windows.asOf && reviews.some((review) => isSame(review) && review.asOfDate === latest)
  );
}

function draftOf(move: TierMove, status: "Provisional" | "Published", reviewCase: ReviewCase): ReviewDraft {
  const { partner, evaluation, windows, policy } = reviewCase;
  const basis = basisOf(move.type, evaluation, windows);
  const evidence = reviewEvidence(move, basis, reviewCase);
  return {
    key: reviewKey(move.type, partner.id, windows.asOf, move.to),
    partnerId: partner.id,
    type: move.type,
    status,
    asOfDate: windows.asOf,
    programYear: yearOf(windows.asOf),
    windowStartDate: basis.window.start,
    windowEndDate: basis.window.end,
    previousTier: move.from,
    tier: move.to,
    qualifiedTier: basis.qualification.tier,
    earr: basis.earr,
    technicalResources: evaluation.resources.technical.length,
    salesTrainedResources: evaluation.resources.salesTrained.length,
    policyName: policy.name,
    explanation: describeMove(move, status, basis, reviewCase),
    evidence,
    evidenceHash: sha256(evidence),
  };
}

/** A provisional review is written again only where it says something new, whatever the date. */
function isRecorded(draft: ReviewDraft, stored: ReviewFacts | null): boolean {
  return (
    stored !== null &&
    stored.previousTier === draft.previousTier &&
    stored.tier === draft.tier &&
    stored.qualifiedTier === draft.qualifiedTier &&
    stored.earr?.eq(draft.earr) === true &&
    stored.technicalResources === draft.technicalResources &&
    stored.salesTrainedResources === draft.salesTrainedResources &&
    stored.policyName === draft.policyName
  );
}
