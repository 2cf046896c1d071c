/** Line items of opportunities in which a partner took part, packed as they arrive. */
import type { Org } from "./org.ts";
import { type LineItem, lineObject as object, lineReader } from "./lineCells.ts";
import { linePacker } from "./linePacker.ts";
import { readFacts, readRows } from "./readRows.ts";
import type { RecordSpace } from "./recordSpace.ts";
import { RecordTarget } from "./recordTarget.ts";
import { inGroups, isAnyOf } from "./soql.ts";

/** Reads lines in no particular order; returns how many. */
export function readLineItems(
  org: Org,
  where: string,
  familyNumber: (family: string | null) => number,
  space: RecordSpace,
): Promise<number> {
  const query = { object, columns: lineReader.columns, where };
  return readRows(org, query, new RecordTarget(query, linePacker(lineReader.read, familyNumber), space));
}

/** The lines of a few opportunities by id. */
export async function readLineItemsOf(org: Org, opportunityIds: readonly string[]): Promise<LineItem[]> {
  const all: LineItem[] = [];
  for (const group of inGroups(opportunityIds)) {
    const query = { object, columns: lineReader.columns, where: isAnyOf("OpportunityId", group) };
    all.push(...(await readFacts(org, query, lineReader.read)));
  }
  return all;
}
