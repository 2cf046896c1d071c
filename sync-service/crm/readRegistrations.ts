/** Deal registrations. */
import type { Instant, RegistrationFacts, RegistrationStatus } from "../program/facts.ts";
import type { DealClosing } from "./dealFilter.ts";
import type { Org } from "./org.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readFacts } from "./readRows.ts";
import { day, flag, instant, oneOf, optional, rowReader, text } from "./rowReader.ts";

const object = "Deal_Registration__c";
const statuses = [
  "Draft",
  "Submitted",
  "Action Required",
  "Approved",
  "Rejected",
  "Withdrawn",
  "Expired",
] as const satisfies readonly RegistrationStatus[];

/** With what tells whether a filtered night reads its deal, and has to. */
export interface RegistrationRow extends RegistrationFacts, DealClosing {
  readonly changedAt: Instant;
}

const reader = rowReader<RegistrationRow>(object, {
  id: text("Id"),
  partnerId: text("Partner__c"),
  opportunityId: optional(text("Opportunity__c")),
  status: oneOf("Status__c", statuses),
  submittedAt: optional(instant("Submitted_At__c")),
  expiresDate: optional(day("Expires_Date__c")),
  isLateClaimApproved: flag("Is_Late_Claim_Approved__c"),
  changedAt: instant("SystemModstamp"),
  closeDate: optional(day("Opportunity__r.CloseDate")),
  isClosed: flag("Opportunity__r.IsClosed"),
  dealChangedAt: optional(instant("Opportunity__r.SystemModstamp")),
});

export function readRegistrations(org: Org, scope: ReadScope): Promise<RegistrationRow[]> {
  const where = inScope("Partner__c", scope);
  return readFacts(org, { object, columns: reader.columns, where }, reader.read);
}
