/** How much of the programme a run looks at. */
import { checkedId, equals } from "./soql.ts";

export interface ReadScope {
  /** null: every partner. */
  readonly partnerId: string | null;
}

/** The condition that narrows a query to the scope; undefined for everyone. */
export function inScope(field: string, scope: ReadScope): string | undefined {
  return scope.partnerId === null ? undefined : equals(field, checkedId(scope.partnerId));
}

export function attributionsIn(scope: ReadScope): string | undefined {
  return inScope("Partner__c", scope);
}

/** The lines of every opportunity with an attribution in scope. */
export function linesIn(scope: ReadScope): string {
  const own = attributionsIn(scope);
  return `OpportunityId IN (SELECT Opportunity__c FROM Opportunity_Partner__c${own === undefined ? "" : ` WHERE ${own}`})`;
}
