/** Benefit rows: invitations, and what the service decided last. */
import type { BenefitFacts, BenefitStatus } from "../program/programRecords.ts";
import type { IdNumbers } from "./idNumbers.ts";
import type { Org } from "./org.ts";
import type { PartnerRows } from "./partnerRows.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readPartnerRows } from "./readRows.ts";
import { day, flag, oneOf, optional, rowReader, text } from "./rowReader.ts";

const object = "Partner_Benefit__c";
const statuses = [
  "Available",
  "Agreement Needed",
  "Invitation Needed",
  "Not In Scope",
  "Tier Too Low",
  "Membership Blocked",
] as const satisfies readonly BenefitStatus[];

const reader = rowReader<BenefitFacts>(object, {
  id: text("Id"),
  partnerId: text("Partner__c"),
  benefitKey: text("Benefit__c"),
  invitedDate: optional(day("Invited_Date__c")),
  invitationEndsDate: optional(day("Invitation_Ends_Date__c")),
  storedStatus: optional(oneOf("Status__c", statuses)),
  storedIsAvailable: flag("Is_Available__c"),
  storedReason: optional(text("Reason__c")),
});

export function readBenefits(org: Org, scope: ReadScope, partners: IdNumbers): Promise<PartnerRows<BenefitFacts>> {
  const where = inScope("Partner__c", scope);
  const shape = { read: reader.read, id: "id", idColumn: 0, contentColumn: 2 } as const;
  return readPartnerRows(org, { object, columns: reader.columns, where }, shape, partners);
}
