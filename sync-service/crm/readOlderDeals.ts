/** Older deals that a filtered night has to read: rows on them without a verdict, or created in the quarter of R-34. */
import type { Day, Instant } from "../program/facts.ts";
import { instantText, isOlderThan } from "./dealFilter.ts";
import type { Org } from "./org.ts";
import { firstPage, isQueryTimeout, remainingRows } from "./restQuery.ts";
import { allOf } from "./soql.ts";

export interface OlderDealQuestion {
  /** Older deals are closed ones that close before this day. */
  readonly from: Day;
  readonly quarter: { readonly from: Instant; readonly until: Instant };
}

/** More rows are read in full rather than asked for one by one. */
const mostRows = 2_000;

/** Ids of the opportunities, each once; null: too many, or too much for the org to say. */
export async function readOlderDeals(org: Org, { from, quarter }: OlderDealQuestion): Promise<string[] | null> {
  const isOfQuarter = `CreatedDate >= ${instantText(quarter.from)} AND CreatedDate < ${instantText(quarter.until)}`;
  // An account that is no partner never gets a verdict.
  const isWithoutVerdict = "Credit_Status__c = null AND Partner__r.Partner_Status__c != null";
  const where = allOf(isOlderThan("Opportunity__r.", from), `((${isWithoutVerdict}) OR (${isOfQuarter}))`);
  const query = { object: "Opportunity_Partner__c", columns: ["Opportunity__c"], where };
  try {
    const first = await firstPage(org, query);
    if (first.total > mostRows) return null;
    const rows = await remainingRows(org, query, first);
    return [...new Set(rows.map(([id]) => id!))].sort();
  } catch (error) {
    if (isQueryTimeout(error)) return null;
    throw error;
  }
}
