/** The annual review's publication and its aftermath (R-15..R-17). */
import { isBaselineInForce } from "./agreements.ts";
import type { DecisionInput } from "./decision.ts";
import type { Day } from "./facts.ts";
import type { AnnualDifference } from "./finding.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { ReviewFacts } from "./programRecords.ts";
import { resourcesOn } from "./resources.ts";
import { qualify } from "./tier.ts";
import { yearOf } from "./windows.ts";

/** The one annual review of a partner and programme year, provisional or published. */
export function annualReviewOf(
  reviews: readonly ReviewFacts[],
  partnerId: string,
  programYear: number,
): ReviewFacts | null {
  const own = reviews.filter(
    (r) =>
      r.partnerId === partnerId &&
      r.type === "Annual" &&
      r.programYear === programYear,
  );
  return own.find((r) => r.status === "Published") ?? own[0] ?? null;
}

/** from the policy's date on, in that date's own year only. */
export function isAutoPublished(policy: ProgramPolicy, asOf: Day): boolean {
  const from = policy.annualAutoPublishDate;
  return from !== null && yearOf(from) === yearOf(asOf) && from <= asOf;
}

/** an unpublished review is an alarm after 31 March. */
export function isOverdue(asOf: Day): boolean {
  return asOf.slice(5) > "03-31";
}

/**
 * What the published review of the as-of date's year would be by today's data
 * training and agreements as of the day it was made; null where it is
 * the same, or none is published.
 */
export function annualDifference(
  input: DecisionInput,
  policy: ProgramPolicy,
  asOf: Day,
): AnnualDifference | null {
  const { partner, revenue } = input;
  const review = annualReviewOf(input.reviews, partner.id, yearOf(asOf));
  if (review?.status !== "Published") return null;
  if (review.qualifiedTier === null || review.earr === null) return null;
  const resources = resourcesOn(
    partner,
    input.training,
    policy,
    review.asOfDate,
  );
  const recomputed = qualify(
    {
      earr: revenue.annualWindow,
      technicalResources: resources.technical.length,
      salesTrainedResources: resources.salesTrained.length,
      isBaselineInForce: isBaselineInForce(
        input.agreements,
        partner.id,
        review.asOfDate,
      ),
      focus: partner.focus,
    },
    policy,
  );
  const isSame =
    recomputed.tier === review.qualifiedTier &&
    revenue.annualWindow.eq(review.earr);
  if (isSame) return null;
  return {
    programYear: review.programYear,
    publishedTier: review.qualifiedTier,
    recomputedTier: recomputed.tier,
    publishedEarr: review.earr,
    recomputedEarr: revenue.annualWindow,
  };
}
