/** The eARR of one opportunity in US dollars (R-19..R-21). Amount is never used in its place. */
import type Big from "big.js";
import type { CreditReason, OpportunityFacts, OpportunityLine } from "./facts.ts";
import { type Conversion, zero } from "./money.ts";
import type { ProgramPolicy } from "./policy.ts";

/** Either a figure, or the reason why there is none. */
export interface OpportunityRevenue {
  readonly totalUsd: Big;
  readonly reason: CreditReason | null;
}

/** What resale keeps of an opportunity. */
export interface ResoldPart {
  readonly resoldUsd: Big;
  /** Lines of families that resale leaves out carry an eARR, be it 0. */
  readonly hasLeftOutLines: boolean;
}

/** The opportunity's eARR, converted and rounded once; or the first reason of R-27 against it. */
export function opportunityRevenue(
  opportunity: OpportunityFacts,
  policy: ProgramPolicy,
  conversion: Conversion,
): OpportunityRevenue {
  const lines = softwareLines(opportunity, policy);
  if (opportunity.lines.length > 0 && lines.length === 0)
    return { totalUsd: zero, reason: "Professional Services Only" };
  const amount = opportunity.lines.length > 0 ? sumOf(lines) : opportunity.earr;
  if (amount === null) return { totalUsd: zero, reason: "No eARR" };
  const totalUsd = convertOf(opportunity, amount, conversion);
  return totalUsd === null ? { totalUsd: zero, reason: "Currency Rate Missing" } : { totalUsd, reason: null };
}

/** The part that may count as resold, converted and rounded by itself. */
export function resoldPart(
  opportunity: OpportunityFacts,
  totalUsd: Big,
  policy: ProgramPolicy,
  conversion: Conversion,
): ResoldPart {
  const lines = softwareLines(opportunity, policy);
  const leftOut = lines.filter(
    (line) => line.earr !== null && line.family !== null && policy.resaleExcludedFamilies.includes(line.family),
  );
  if (leftOut.length === 0) return { resoldUsd: totalUsd, hasLeftOutLines: false };
  const kept = sumOf(lines.filter((line) => !leftOut.includes(line))) ?? zero;
  const resoldUsd = convertOf(opportunity, kept, conversion) ?? zero;
  return { resoldUsd, hasLeftOutLines: true };
}

function softwareLines(opportunity: OpportunityFacts, policy: ProgramPolicy): readonly OpportunityLine[] {
  return opportunity.lines.filter(
    ({ family }) => family === null || !policy.professionalServicesFamilies.includes(family),
  );
}

/** Negative lines included; null where no line has an eARR. */
function sumOf(lines: readonly OpportunityLine[]): Big | null {
  return lines.reduce<Big | null>((sum, { earr }) => {
    if (earr === null) return sum;
    return sum === null ? earr : sum.plus(earr);
  }, null);
}

function convertOf(opportunity: OpportunityFacts, amount: Big, conversion: Conversion): Big | null {
  return conversion.toUsd(amount, opportunity.currencyCode, opportunity.closeDate);
}
