/** Open opportunities that a partner is on already, each with what it would count if it were won today (R-19..R-27). */
import type Big from "big.js";
import { judgeOpportunity } from "./credit.ts";
import type { CreditContext, OpportunityCase } from "./creditCase.ts";
import type { Day } from "./facts.ts";

export interface OpenDeal {
  readonly opportunityId: string;
  readonly opportunityName: string | null;
  /** As planned. */
  readonly closeDate: Day;
  /** US dollars at today's rates. */
  readonly creditUsd: Big;
}

/** Those that would count, the largest first; the others are no way to anything. */
export function openDeals(
  cases: Iterable<OpportunityCase>,
  partnerId: string,
  context: CreditContext,
  asOf: Day,
): OpenDeal[] {
  const deals: OpenDeal[] = [];
  for (const open of cases) {
    const deal = open.opportunity.isClosed ? null : ifWonToday(open, partnerId, context, asOf);
    if (deal?.creditUsd.gt(0)) deals.push(deal);
  }
  return deals.sort(largestFirst);
}

function ifWonToday(open: OpportunityCase, partnerId: string, context: CreditContext, asOf: Day): OpenDeal | null {
  const { id, name, closeDate } = open.opportunity;
  // Won from now on: whoever is on it today was added before the close.
  const won = { ...open.opportunity, isClosed: true, isWon: true, closeDate: asOf, closedAt: Infinity };
  const { attributions } = judgeOpportunity({ ...open, opportunity: won }, context);
  const counted = attributions.find(
    ({ attribution, verdict }) => attribution.partnerId === partnerId && verdict.status === "Counted",
  );
  if (!counted) return null;
  return { opportunityId: id, opportunityName: name ?? null, closeDate, creditUsd: counted.verdict.creditUsd };
}

export function largestFirst(a: OpenDeal, b: OpenDeal): number {
  return b.creditUsd.cmp(a.creditUsd) || (a.opportunityId < b.opportunityId ? -1 : 1);
}
