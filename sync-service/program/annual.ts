/** The annual review's publication and its aftermath (R-15..R-17). */
import type { DecisionInput } from "./decision.ts";
import { standingOn } from "./evaluatePartner.ts";
import type { Day } from "./facts.ts";
import type { AnnualDifference } from "./finding.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { ReviewFacts } from "./programRecords.ts";
import { qualify } from "./tier.ts";
import { yearOf } from "./windows.ts";

/** The one annual review of a partner and programme year, provisional or published. */
export function annualReviewOf(
  reviews: readonly ReviewFacts[],
  partnerId: string,
  programYear: number,
): ReviewFacts | null {
  const own = reviews.filter((r) => r.partnerId === partnerId && r.type === "Annual" && r.programYear === programYear);
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
 * the same, none is published, or it does not say what it found and when.
 */
export function differenceFromPublished(
  input: DecisionInput,
  policy: ProgramPolicy,
  asOf: Day,
): AnnualDifference | null {
  const { partner, revenue } = input;
  const review = annualReviewOf(input.reviews, partner.id, yearOf(asOf));
  if (review?.status !== "Published") return null;
  const { qualifiedTier, earr, programYear, asOfDate } = review;
  if (qualifiedTier === null || earr === null || asOfDate === null) return null;
  const then = standingOn(input, policy, asOfDate);
  const now = qualify(then.with(revenue.annualWindow), policy);
  const isSame = now.tier === qualifiedTier && revenue.annualWindow.eq(earr);
  if (isSame) return null;
  return {
    programYear,
    publishedTier: qualifiedTier,
    recomputedTier: now.tier,
    publishedEarr: earr,
    recomputedEarr: revenue.annualWindow,
  };
}
