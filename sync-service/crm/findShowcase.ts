/** A partner and a deal with much to see, for people who look at the sample for the first time. */
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { rowReader, text } from "./rowReader.ts";
import { equals } from "./soql.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Showcase {
  readonly account: Named;
  readonly opportunity: Named;
}

const reader = rowReader<{ partnerId: string; partner: string; opportunityId: string; opportunity: string }>(
  "Opportunity_Partner__c",
  {
    partnerId: text("Partner__c"),
    partner: text("Partner__r.Name"),
    opportunityId: text("Opportunity__c"),
    opportunity: text("Opportunity__r.Name"),
  },
);

/** The partner with the most open deals, and one of them; null = no partner has any. */
export async function findShowcase(org: Org): Promise<Showcase | null> {
  const rows = await readAllRows(org, {
    object: "Opportunity_Partner__c",
    columns: reader.columns,
    where: equals("Credit_Status__c", "Pending"),
  });
  const byPartner = Map.groupBy(rows.map(reader.read), ({ partnerId }) => partnerId);
  const [deals] = [...byPartner.values()].sort((a, b) => b.length - a.length);
  const deal = deals?.[0];
  if (!deal) return null;
  return {
    account: { id: deal.partnerId, name: deal.partner },
    opportunity: { id: deal.opportunityId, name: deal.opportunity },
  };
}
