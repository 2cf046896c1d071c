import { addDays, addSeconds } from "./programmeDays.ts";
import type { Partner, ProgrammeFrame } from "./programmeFrame.ts";
import { addRow } from "./randomPart.ts";

/** A deal of long ago whose first row has its verdict, so that a run of one night need not read it. */
export function addOldDeal(frame: ProgrammeFrame, partner: Partner): void {
  const { random, days, rows } = frame;
  const closedOn = addDays(days.annual[0], -random.between(2, 300));
  const old = `${closedOn}T20:00:00Z`;
  const label = rows.add("Opportunity", "Deal", {
    Name: "An old deal",
    StageName: "Closed Won",
    CloseDate: closedOn,
    CreatedDate: old,
    LastStageChangeDate: old,
    eARR__c: "1000",
    ...(frame.currencies === null ? {} : { CurrencyIsoCode: "USD" }),
  });
  const deal = { label, closedAt: old, closedOn, isRecent: false };
  rows.add("Opportunity_Partner__c", "Part", {
    Opportunity__c: label,
    Partner__c: partner.label,
    Source__c: "Twilio Sales",
    Role__c: "Influenced",
    CreatedDate: addSeconds(old, -50),
    Credit_Status__c: "Counted",
    Credit_eARR__c: "1000",
  });
  if (random.isLucky(60)) addRow(frame, partner, deal, { source: "Twilio Sales", createdAt: addSeconds(old, -40) });
  else
    rows.add("Deal_Registration__c", "Registration", {
      Partner__c: partner.label,
      Opportunity__c: label,
      Customer_Name__c: "A customer",
      Status__c: "Approved",
      Submitted_At__c: addSeconds(old, -60),
    });
}

/** A deal that was deleted with its parts. */
export function addDeletedDeal({ rows, days, currencies }: ProgrammeFrame, partner: Partner): void {
  const closedAt = `${days.annual[1]}T20:00:00Z`;
  const label = rows.add("Opportunity", "Deal", {
    Name: "A deleted deal",
    StageName: "Closed Won",
    CloseDate: days.annual[1],
    CreatedDate: closedAt,
    eARR__c: "9000000",
    IsDeleted: "true",
    ...(currencies === null ? {} : { CurrencyIsoCode: "USD" }),
  });
  rows.add("Opportunity_Partner__c", "Part", {
    Opportunity__c: label,
    Partner__c: partner.label,
    Source__c: "Twilio Sales",
    Role__c: "Influenced",
    CreatedDate: closedAt,
    IsDeleted: "true",
  });
}
