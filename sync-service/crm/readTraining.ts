/** Completed courses of partners' people; the partner is the contact's account (R-28). */
import type { TrainingFacts } from "../program/standingFacts.ts";
import type { IdNumbers } from "./idNumbers.ts";
import type { Org } from "./org.ts";
import type { PartnerRows } from "./partnerRows.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readPartnerRows } from "./readRows.ts";
import { day, optional, rowReader, text } from "./rowReader.ts";
import { allOf } from "./soql.ts";

const object = "Partner_Training__c";

/** Its id is for errors alone. */
export type TrainingRow = TrainingFacts & { readonly id: string };

const reader = rowReader<TrainingRow>(object, {
  id: text("Id"),
  contactId: text("Contact__c"),
  partnerId: text("Contact__r.AccountId"),
  course: text("Course__c"),
  completedDate: optional(day("Completed_Date__c")),
  expiresDate: optional(day("Expires_Date__c")),
});

/** A contact without an account is nobody's resource. */
export function readTraining(org: Org, scope: ReadScope, partners: IdNumbers): Promise<PartnerRows<TrainingRow>> {
  const where = allOf("Contact__r.AccountId != null", inScope("Contact__r.AccountId", scope));
  const shape = { read: reader.read, id: "contactId", idColumn: 1, contentColumn: 3 } as const;
  return readPartnerRows(org, { object, columns: reader.columns, where }, shape, partners);
}
