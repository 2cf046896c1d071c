/** Signed agreements. */
import { type AgreementFacts, agreementTypes } from "../program/standingFacts.ts";
import type { Org } from "./org.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readAllRows } from "./readRows.ts";
import { day, oneOf, optional, rowReader, text } from "./rowReader.ts";

const object = "Partner_Agreement__c";

const reader = rowReader<AgreementFacts>(object, {
  id: text("Id"),
  partnerId: text("Partner__c"),
  type: oneOf("Type__c", agreementTypes),
  effectiveDate: day("Effective_Date__c"),
  endDate: optional(day("End_Date__c")),
});

export async function readAgreements(org: Org, scope: ReadScope): Promise<AgreementFacts[]> {
  const where = inScope("Partner__c", scope);
  const rows = await readAllRows(org, {
    object,
    columns: reader.columns,
    where,
  });
  return rows.map(reader.read);
}
