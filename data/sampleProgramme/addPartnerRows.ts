/** A partner's rows: the account, its people and their courses, its agreements and benefit rows. */
import type { Cells } from "./csvText.ts";
import { addDays } from "./days.ts";
import { partnerPeople } from "./partnerPeople.ts";
import { cell, type Sheets } from "./sheets.ts";
import type { AgreementSketch, BenefitSketch, PartnerSketch } from "./sketches.ts";
import { partnerManagers } from "./staff.ts";

/** `harborline` of `acct-harborline`. */
export function slugOf(partnerLabel: string): string {
  return partnerLabel.replace("acct-", "");
}

/** `index` tells partners apart where names and managers are dealt out. */
export function addPartnerRows(sheets: Sheets, partner: PartnerSketch, index: number): void {
  sheets.add("Account", accountRow(partner, index));
  partnerPeople(partner, index).forEach(({ contact, training }) => {
    sheets.add("Contact", contact);
    sheets.add("Partner_Training__c", ...training);
  });
  sheets.add("Partner_Agreement__c", ...partner.agreements.map((agreement) => agreementRow(partner, agreement)));
  sheets.add("Partner_Benefit__c", ...partner.benefits.map((benefit) => benefitRow(partner, benefit)));
}

function accountRow(partner: PartnerSketch, index: number): Cells {
  const [city, country] = partner.place;
  const manager = partnerManagers[index % partnerManagers.length];
  return {
    Id: partner.label,
    Name: partner.name,
    ...cell("ParentId", partner.parent),
    Type: partner.isReseller ? "Channel Partner / Reseller" : "Installation Partner",
    Industry: "Consulting",
    BillingCity: city,
    BillingCountry: country,
    Website: `https://${slugOf(partner.label)}.example`,
    ...cell("OwnerId", manager),
    CurrencyIsoCode: "USD",
    ...membershipCells(partner),
    ...cell("Partner_Manager__c", manager),
    ...partner.stored,
  };
}

function membershipCells(partner: PartnerSketch): Cells {
  return {
    Partner_Status__c: partner.status,
    Partner_Type__c: partner.isReseller ? "System Integrator;Resell" : "System Integrator",
    Partner_Focus__c: partner.focus.join(";"),
    ...cell("Partner_Enrolled_Date__c", partner.enrolled),
    Is_Global_Strategic__c: String(partner.isGlobalStrategic),
    ...cell("Partner_Tier__c", partner.tier),
    ...cell("Partner_Tier_Since_Date__c", partner.tierSince),
    ...cell("Partner_Program_Year__c", partner.programYear?.toString()),
  };
}

function agreementRow(partner: PartnerSketch, agreement: AgreementSketch): Cells {
  const { type, effective, end, isSigned = true } = agreement;
  const place = partner.agreements.indexOf(agreement) + 1;
  return {
    Id: `agreement-${slugOf(partner.label)}-${place}`,
    Partner__c: partner.label,
    Type__c: type,
    ...cell("Signed_Date__c", isSigned ? addDays(effective, -7) : null),
    Effective_Date__c: effective,
    ...cell("End_Date__c", end),
    CurrencyIsoCode: "USD",
  };
}

function benefitRow(partner: PartnerSketch, { benefit, invited, ends, was }: BenefitSketch): Cells {
  return {
    Id: `benefit-${slugOf(partner.label)}-${benefit.toLowerCase().replaceAll("_", "-")}`,
    Partner__c: partner.label,
    Benefit__c: benefit,
    ...cell("Invited_Date__c", invited),
    ...cell("Invitation_Ends_Date__c", ends),
    ...cell("Status__c", was),
    Is_Available__c: String(was === "Available"),
    CurrencyIsoCode: "USD",
  };
}
