/** How much of the programme a run looks at. */
import { type DealFilter, isOfFilter } from "./dealFilter.ts";
import { allOf, checkedId, equals } from "./soql.ts";

export interface ReadScope {
  /** null: every partner. */
  readonly partnerId: string | null;
  /** Of the deals, these alone; none = all of them. */
  readonly deals?: DealFilter;
}

/** The condition that narrows a query to the scope; undefined for everyone. */
export function inScope(field: string, scope: ReadScope): string | undefined {
  return scope.partnerId === null ? undefined : equals(field, checkedId(scope.partnerId));
}

export function attributionsIn(scope: ReadScope): string | undefined {
  const { deals } = scope;
  return allOf(inScope("Partner__c", scope), deals && isOfFilter("Opportunity__r.", "Opportunity__c", deals));
}

/** The lines of every opportunity with an attribution in scope. */
export function linesIn(scope: ReadScope): string {
  const own = inScope("Partner__c", scope);
  const attributed = `OpportunityId IN (SELECT Opportunity__c FROM Opportunity_Partner__c${own === undefined ? "" : ` WHERE ${own}`})`;
  return scope.deals ? `${isOfFilter("Opportunity.", "OpportunityId", scope.deals)} AND ${attributed}` : attributed;
}
