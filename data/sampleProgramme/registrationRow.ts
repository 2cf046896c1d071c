/** A deal registration's row. */
import type { Cells } from "./csvText.ts";
import type { Customer } from "./makeCustomers.ts";
import { addDays, dayOf, momentOn } from "./days.ts";
import { cell } from "./sheets.ts";
import type { DealSketch, RegistrationSketch } from "./sketches.ts";

export interface RegistrationPlace {
  readonly partner: string;
  readonly customer: Customer;
  /** Label; null = not matched yet. */
  readonly opportunity: string | null;
  readonly deal: DealSketch | null;
}

/** Drafts have no time of their own. */
const draftCreation = momentOn("2023-12-11");
/** A registration expires so many days after its submission. */
const lifetime = 90;

export function registrationLabel(partner: string, key: string): string {
  return `reg-${partner.replace("acct-", "")}-${key}`;
}

export function registrationRow(sketch: RegistrationSketch, place: RegistrationPlace): Cells {
  const { partner, customer, opportunity, deal } = place;
  const families = [...new Set(deal?.lines.map(({ family }) => family) ?? [])];
  return {
    Id: registrationLabel(partner, sketch.key),
    Partner__c: partner,
    ...cell("Opportunity__c", opportunity),
    Customer_Name__c: customer.name,
    Customer_Domain__c: `${customer.label.replace("acct-customer-", "")}.example`,
    Products__c: families.length > 0 ? families.join(";") : "Communications",
    Estimated_eARR__c: deal?.earr ?? "25000.00",
    CurrencyIsoCode: deal?.currency ?? "USD",
    ...lifeCells(sketch),
    Registered_By__c: `person-${partner.replace("acct-", "")}-1`,
  };
}

function lifeCells(sketch: RegistrationSketch): Cells {
  const { submittedAt, decidedAt, status, isLateClaimApproved = false } = sketch;
  const created = submittedAt ?? decidedAt ?? draftCreation;
  const lastDay = submittedAt === undefined ? null : addDays(dayOf(submittedAt), lifetime);
  const isDecided = decidedAt !== undefined && (status === "Approved" || status === "Rejected");
  return {
    Status__c: status,
    ...cell("Submitted_At__c", submittedAt),
    ...cell("Submitted_By__c", submittedAt === undefined ? null : "Partner_Account_Executive"),
    ...cell("Decided_At__c", isDecided ? decidedAt : null),
    ...cell("Decided_By__c", isDecided ? "Partner_Account_Manager" : null),
    ...cell("Decision_Reason__c", sketch.reason ?? (isDecided ? "Customer and project confirmed" : null)),
    ...cell("Expires_Date__c", sketch.expires ?? lastDay),
    Is_Late_Claim_Approved__c: String(isLateClaimApproved),
    CreatedDate: created,
    LastModifiedDate: decidedAt ?? created,
  };
}
