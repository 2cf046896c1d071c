/** Published reviews with their evidence, to be computed again. */
import type { Day } from "../program/facts.ts";
import type { StoredReceipt } from "../program/receipt.ts";
import type { Org } from "./org.ts";
import { tiers } from "./picklists.ts";
import { readAllRows } from "./readRows.ts";
import { day, oneOf, optional, rowReader, text } from "./rowReader.ts";
import { allOf, checkedId, equals } from "./soql.ts";

const object = "Partner_Tier_Review__c";

const reader = rowReader<StoredReceipt & { readonly id: string }>(object, {
  id: text("Id"),
  key: optional(text("Key__c")),
  type: oneOf("Type__c", ["Enrollment", "Mid-Year", "Annual", "Designation"]),
  asOfDate: day("As_Of_Date__c"),
  previousTier: optional(oneOf("Previous_Tier__c", tiers)),
  tier: optional(oneOf("Tier__c", tiers)),
  evidence: optional(text("Evidence__c")),
  evidenceHash: optional(text("Evidence_Hash__c")),
});

/** The reviews published on the last day on which any was, up to the given day; one decision may leave several. */
export async function readReceipts(org: Org, partnerId: string, until: Day): Promise<StoredReceipt[]> {
  const own = allOf(equals("Partner__c", checkedId(partnerId)), equals("Status__c", "Published"));
  const [last] = await read(org, `${own} AND As_Of_Date__c <= ${until} ORDER BY As_Of_Date__c DESC, Id DESC LIMIT 1`);
  return last ? read(org, `${own} AND As_Of_Date__c = ${last.asOfDate} ORDER BY Id`) : [];
}

async function read(org: Org, where: string): Promise<StoredReceipt[]> {
  const rows = await readAllRows(org, { object, columns: reader.columns, where });
  return rows.map(reader.read);
}
