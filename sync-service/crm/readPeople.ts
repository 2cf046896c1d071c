/** People of a partner by name, for somebody who asks whom to train. Names are personal: they go to no log and no record. */
import type { Person } from "../program/trainingCandidates.ts";
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { optional, rowReader, text } from "./rowReader.ts";
import { checkedId, equals } from "./soql.ts";

const reader = rowReader<Person>("Contact", {
  contactId: text("Id"),
  name: optional(text("Name")),
});

/** The contacts of one account; nobody's relatives. */
export async function readPeople(org: Org, partnerId: string): Promise<Person[]> {
  const where = equals("AccountId", checkedId(partnerId));
  const rows = await readAllRows(org, { object: "Contact", columns: reader.columns, where });
  return rows.map(reader.read);
}
