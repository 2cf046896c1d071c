/**
 * Why a partner is what it is, as data. Rests on the state after the run alone,
 * never on what moved in it or on the as-of date: the stored text made of it
 * must be the same tomorrow.
 */
import type { PartnerEvaluation } from "./evaluation.ts";
import type { PartnerFacts, StoredPartner, TierName } from "./facts.ts";
import type { AnnualDifference, Finding } from "./finding.ts";
import { isAbove } from "./tier.ts";

export interface ExplanationCase {
  readonly partner: PartnerFacts;
  readonly evaluation: PartnerEvaluation;
  /** The account's new values, the explanation apart. */
  readonly after: StoredPartner;
  readonly annualDifference: AnnualDifference | null;
}

/** The findings of an Enrolled partner, the most telling first. */
export function explainDecision(explained: ExplanationCase): Finding[] {
  return [
    ...standing(explained),
    ...qualification(explained),
    ...annual(explained),
    ...projection(explained),
    ...remarks(explained),
  ];
}

function standing({ partner, evaluation, after }: ExplanationCase): Finding[] {
  const findings: Finding[] = [];
  if (after.tier !== null && after.programYear !== null)
    findings.push({
      kind: "tier held",
      rule: "R-1",
      tier: after.tier,
      since: after.tierSinceDate,
      programYear: after.programYear,
    });
  if (partner.isGlobalStrategic) findings.push({ kind: "designated", rule: "R-4" });
  if (!evaluation.isBaselineInForce) findings.push({ kind: "baseline missing", rule: "R-7" });
  return findings;
}

function qualification({ evaluation, after }: ExplanationCase): Finding[] {
  const { revenue, resources, trailing } = evaluation;
  const findings: Finding[] = [
    {
      kind: "qualified",
      rule: "R-3",
      tier: trailing.tier,
      earr: revenue.trailing,
      technicalResources: resources.technical.length,
      salesTrainedResources: resources.salesTrained.length,
    },
  ];
  const missed = trailing.rungs.find((rung) => !rung.isMet);
  if (missed) findings.push({ kind: "rung missed", rule: "R-2", rung: missed });
  const { tier } = after;
  if (tier !== null && isKept(tier, trailing.tier))
    findings.push({
      kind: "tier kept",
      rule: "R-14",
      tier,
      qualified: trailing.tier,
    });
  return findings;
}

/** A designation is kept by R-4, not by R-14. */
function isKept(tier: TierName, qualified: TierName): boolean {
  return tier !== "Global Strategic" && isAbove(tier, qualified);
}

function annual({ evaluation, after, annualDifference }: ExplanationCase): Finding[] {
  const { revenue } = evaluation;
  const findings: Finding[] = [];
  if (after.annualTier !== null && after.programYear !== null)
    findings.push({
      kind: "annual provisional",
      rule: "R-16",
      tier: after.annualTier,
      programYear: after.programYear,
      earr: revenue.annualWindow,
    });
  const { tier: qualified } = evaluation.trailing;
  if (after.annualTier !== null && isAbove(qualified, after.tier))
    findings.push({ kind: "move waits", rule: "R-16", qualified });
  if (annualDifference)
    findings.push({
      kind: "annual differs",
      rule: "R-17",
      difference: annualDifference,
    });
  return findings;
}

function projection({ evaluation, after }: ExplanationCase): Finding[] {
  const tier = after.projectedAnnualTier;
  if (tier === null) return [];
  const earr = evaluation.revenue.yearToDate;
  return [{ kind: "projected", rule: "R-15", tier, earr }];
}

function remarks({ evaluation, after }: ExplanationCase): Finding[] {
  const { revenue, resources } = evaluation;
  const findings: Finding[] = [];
  if (revenue.futureDeals > 0)
    findings.push({
      kind: "closing in future",
      rule: "R-12",
      deals: revenue.futureDeals,
      earr: revenue.future,
    });
  if (Object.keys(revenue.excludedInTrailing).length > 0)
    findings.push({
      kind: "not counted",
      rule: "R-27",
      counts: revenue.excludedInTrailing,
    });
  const courses = resources.missingFocusCourses;
  if (courses.length > 0) findings.push({ kind: "focus training missing", rule: "R-29", courses });
  if (after.activityReview !== null)
    findings.push({
      kind: "inactive",
      rule: "R-34",
      quarter: after.activityReview,
    });
  return findings;
}
