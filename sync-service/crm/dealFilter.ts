/**
 * The deals that a filtered night reads: those that may lie in a window, open ones, and older ones about which
 * something may be new. Always with all their attributions, since they are judged together.
 */
import type { Day, Instant } from "../program/facts.ts";
import { allOf, checkedId, isAnyOf } from "./soql.ts";

export interface DealFilter {
  /** Deals that close on this day or later are read, and open ones. */
  readonly from: Day;
  /** Older ones that changed since are read too, */
  readonly changedSince: Instant;
  /** and these. */
  readonly opportunityIds: readonly string[];
}

/** What tells whether a deal passes; blank where there is none. */
export interface DealClosing {
  readonly opportunityId: string | null;
  readonly closeDate: Day | null;
  readonly isClosed: boolean;
  readonly dealChangedAt: Instant | null;
}

/** So many ids of 18 characters fit into the address of a query beside its columns (16,384 bytes with the headers). */
export const mostFilterIds = 300;

/** The condition on deals; `path` leads to the opportunity, `idField` names it: `Opportunity__r.` and `Opportunity__c`. */
export function isOfFilter(path: string, idField: string, { from, changedSince, opportunityIds }: DealFilter): string {
  const choices = [
    `${path}CloseDate >= ${from}`,
    `${path}IsClosed = false`,
    `${path}SystemModstamp >= ${instantText(changedSince)}`,
    ...(opportunityIds.length === 0 ? [] : [isAnyOf(idField, opportunityIds.map(checkedId))]),
  ];
  return `(${choices.join(" OR ")})`;
}

/** The same of a deal that is known. */
export function passesFilter(deal: DealClosing, { from, changedSince, opportunityIds }: DealFilter): boolean {
  return (
    !isOlder(deal, from) ||
    (deal.dealChangedAt ?? 0) >= changedSince ||
    (deal.opportunityId !== null && opportunityIds.includes(deal.opportunityId))
  );
}

/** Closed before a day: outside every window that begins there. */
export function isOlder({ closeDate, isClosed }: DealClosing, from: Day): boolean {
  return closeDate !== null && isClosed && closeDate < from;
}

/** The same as a condition. */
export function isOlderThan(path: string, from: Day): string {
  return allOf(`${path}IsClosed = true`, `${path}CloseDate < ${from}`)!;
}

export function instantText(instant: Instant): string {
  return new Date(instant).toISOString();
}
