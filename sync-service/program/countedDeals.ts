/** The deals that a partner's revenue is made of, as evidence: in full, or folded where they are too many. */
import type Big from "big.js";
import { canonicalJson, type Json, sha256 } from "./evidence.ts";
import type { Day } from "./facts.ts";
import { zero } from "./money.ts";
import { type DateWindow, isWithin } from "./windows.ts";

/** One counted attribution; a partner has no more than one an opportunity. */
export interface CountedDeal {
  readonly opportunityId: string;
  readonly closeDate: Day;
  /** US dollars. */
  readonly creditUsd: Big;
  readonly resoldUsd: Big;
  /** The way of participation, `R-22` or `R-23`. */
  readonly rule: string;
}

/**
 * Evidence__c holds 131,072 characters, a deal takes some 70: up to this many stand in
 * it one by one. More are folded by month of close, which can still be recomputed and compared.
 */
export const mostListedDeals = 1_000;

/** The deals of a window by opportunity, ascending; `deals` or, folded, `dealsByMonth`. */
export function dealEvidence(deals: readonly CountedDeal[], window: DateWindow): { readonly [key: string]: Json } {
  const counted = deals
    .filter(({ closeDate }) => isWithin(window, closeDate))
    .sort((a, b) => (a.opportunityId < b.opportunityId ? -1 : 1));
  return counted.length > mostListedDeals ? { dealsByMonth: folded(counted) } : { deals: listed(counted) };
}

function listed(deals: readonly CountedDeal[]): Json {
  return Object.fromEntries(
    deals.map(({ opportunityId, closeDate, creditUsd, resoldUsd, rule }) => [
      opportunityId,
      [closeDate, creditUsd, resoldUsd, rule],
    ]),
  );
}

/** Each month with its number of deals, their sum, and a hash over them. */
function folded(deals: readonly CountedDeal[]): Json {
  const months = Map.groupBy(deals, ({ closeDate }) => closeDate.slice(0, 7));
  return Object.fromEntries(
    [...months].map(([month, own]) => [
      month,
      [own.length, own.reduce((sum, deal) => sum.plus(deal.creditUsd), zero), sha256(canonicalJson(listed(own)))],
    ]),
  );
}
