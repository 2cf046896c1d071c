/** Partner accounts by id or by exact name, for people who ask about one. */
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { rowReader, text } from "./rowReader.ts";
import { allOf, equals, isAnyOf } from "./soql.ts";

export interface FoundPartner {
  readonly id: string;
  readonly name: string;
}

const reader = rowReader<FoundPartner>("Account", {
  id: text("Id"),
  name: text("Name"),
});

/** Every partner account that a text may mean. */
export async function findPartners(org: Org, idOrName: string): Promise<FoundPartner[]> {
  const byId = /^001[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/.test(idOrName);
  const rows = await readAllRows(org, {
    object: "Account",
    columns: reader.columns,
    where: allOf(byId ? isAnyOf("Id", [idOrName]) : equals("Name", idOrName), "Partner_Status__c != null"),
  });
  return rows.map(reader.read);
}
