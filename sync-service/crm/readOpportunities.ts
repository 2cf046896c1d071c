/** Opportunities by id: those that a registration names and no attribution leads to. */
import type { OpportunityFacts } from "../program/facts.ts";
import { type OpportunityOptions, opportunityColumns, opportunityOf } from "./opportunityColumns.ts";
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { rowReader } from "./rowReader.ts";
import { inGroups, isAnyOf } from "./soql.ts";

/** Without line items. An id that no longer exists has no entry in the result. */
export async function readOpportunities(
  org: Org,
  ids: readonly string[],
  options: OpportunityOptions,
): Promise<OpportunityFacts[]> {
  const reader = rowReader("Opportunity", opportunityColumns("", options));
  const found: OpportunityFacts[] = [];
  for (const group of inGroups(ids)) {
    const rows = await readAllRows(org, {
      object: "Opportunity",
      columns: reader.columns,
      where: isAnyOf("Id", group),
    });
    for (const row of rows) found.push(opportunityOf(reader.read(row)));
  }
  return found;
}
