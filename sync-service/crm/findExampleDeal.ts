/** One opportunity of a partner, so that people have a page to open. */
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { rowReader, text } from "./rowReader.ts";
import { checkedId, equals } from "./soql.ts";

const object = "Opportunity_Partner__c";

const reader = rowReader<{ opportunityId: string }>(object, {
  opportunityId: text("Opportunity__c"),
});

/** The latest deal of a partner; null where it has none. */
export async function findExampleDeal(org: Org, partnerId: string): Promise<string | null> {
  const own = equals("Partner__c", checkedId(partnerId));
  const rows = await readAllRows(org, {
    object,
    columns: reader.columns,
    where: `${own} ORDER BY Opportunity__r.CloseDate DESC LIMIT 1`,
  });
  const [first] = rows;
  return first ? reader.read(first).opportunityId : null;
}
