/** Signed agreements. */
import { type AgreementFacts, agreementTypes } from "../program/standingFacts.ts";
import type { IdNumbers } from "./idNumbers.ts";
import type { Org } from "./org.ts";
import type { PartnerRows } from "./partnerRows.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readPartnerRows } from "./readRows.ts";
import { day, oneOf, optional, rowReader, text } from "./rowReader.ts";

const object = "Partner_Agreement__c";

const reader = rowReader<AgreementFacts>(object, {
  id: text("Id"),
  partnerId: text("Partner__c"),
  type: oneOf("Type__c", agreementTypes),
  effectiveDate: day("Effective_Date__c"),
  endDate: optional(day("End_Date__c")),
});

export function readAgreements(org: Org, scope: ReadScope, partners: IdNumbers): Promise<PartnerRows<AgreementFacts>> {
  const where = inScope("Partner__c", scope);
  const shape = { read: reader.read, id: "id", idColumn: 0, contentColumn: 2 } as const;
  return readPartnerRows(org, { object, columns: reader.columns, where }, shape, partners);
}
