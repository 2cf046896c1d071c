/** Line items of opportunities in which a partner took part (R-20). */
import type { OpportunityLine } from "../program/facts.ts";
import type { Org } from "./org.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readRows } from "./readRows.ts";
import { decimal, optional, rowReader, text } from "./rowReader.ts";
import { inGroups, isAnyOf } from "./soql.ts";

export interface LineItem extends OpportunityLine {
  readonly id: string;
  readonly opportunityId: string;
}

const reader = rowReader<LineItem>("OpportunityLineItem", {
  id: text("Id"),
  opportunityId: text("OpportunityId"),
  family: optional(text("Product2.Family")),
  earr: optional(decimal("eARR__c")),
});

/** The lines of every opportunity with an attribution in scope. */
export async function* readLineItems(org: Org, scope: ReadScope): AsyncGenerator<LineItem> {
  const own = inScope("Partner__c", scope);
  const attributed = `SELECT Opportunity__c FROM Opportunity_Partner__c${own === undefined ? "" : ` WHERE ${own}`}`;
  yield* readWhere(org, `OpportunityId IN (${attributed})`);
}

/** The lines of opportunities by id. */
export async function* readLineItemsOf(org: Org, opportunityIds: readonly string[]): AsyncGenerator<LineItem> {
  for (const group of inGroups(opportunityIds)) yield* readWhere(org, isAnyOf("OpportunityId", group));
}

async function* readWhere(org: Org, where: string): AsyncGenerator<LineItem> {
  const query = { object: "OpportunityLineItem", columns: reader.columns };
  for await (const rows of readRows(org, { ...query, where })) for (const row of rows) yield reader.read(row);
}
