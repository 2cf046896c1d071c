/** A deal's rows: the opportunity, its lines, the partners' parts in it, the registrations matched to it. */
import type { Cells } from "./csvText.ts";
import type { Customer } from "./makeCustomers.ts";
import { addDays, dayOf, type Moment, momentOn } from "./days.ts";
import { centsOf, centsText } from "./money.ts";
import { slugOf } from "./addPartnerRows.ts";
import { productLabel } from "./products.ts";
import { registrationLabel, registrationRow } from "./registrationRow.ts";
import { cell, type Sheets } from "./sheets.ts";
import type { DealSketch, LineSketch, PartSketch } from "./sketches.ts";

export interface DealPlace {
  /** Label of the deal's own partner; null = a deal without one. */
  readonly partner: string | null;
  readonly customer: Customer;
  /** Of Twilio. */
  readonly owner: string;
}

export function opportunityLabel(partner: string | null, dealKey: string): string {
  return `opp-${partner === null ? "direct" : slugOf(partner)}-${dealKey}`;
}

export function addDealRows(sheets: Sheets, deal: DealSketch, place: DealPlace): void {
  const opportunity = opportunityLabel(place.partner, deal.key);
  sheets.add("Opportunity", opportunityRow(opportunity, deal, place));
  sheets.add("OpportunityLineItem", ...deal.lines.map((line, index) => lineRow(opportunity, deal, line, index + 1)));
  const { partner, customer } = place;
  if (partner === null) return;
  const matched = { partner, opportunity, customer, deal };
  sheets.add("Deal_Registration__c", ...deal.registrations.map((sketch) => registrationRow(sketch, matched)));
  const parts = deal.parts.map((part, index) =>
    partRow(part, index + 1, { opportunity, deal, partner, owner: place.owner }),
  );
  sheets.add("Opportunity_Partner__c", ...parts);
}

function opportunityRow(label: string, deal: DealSketch, { customer, owner }: DealPlace): Cells {
  return {
    Id: label,
    Name: deal.title,
    AccountId: customer.label,
    StageName: deal.stage,
    CloseDate: deal.close,
    ...cell("Amount", amountOf(deal)),
    ...cell("eARR__c", deal.earr),
    Type: "New Business",
    HasOpportunityLineItem: String(deal.lines.length > 0),
    CurrencyIsoCode: deal.currency,
    OwnerId: owner,
    CreatedDate: deal.createdAt,
    CreatedById: owner,
    LastModifiedDate: deal.closedAt ?? deal.createdAt,
    ...cell("LastStageChangeDate", deal.closedAt),
  };
}

/** A contract of fifteen months: to show that Amount is no eARR. */
function amountOf({ earr }: DealSketch): string | null {
  return earr === null ? null : centsText(Math.round(centsOf(earr) * 1.25));
}

function lineRow(opportunity: string, deal: DealSketch, { family, earr }: LineSketch, nth: number): Cells {
  const price = earr ?? "1000.00";
  return {
    Id: `line-${opportunity.replace("opp-", "")}-${nth}`,
    OpportunityId: opportunity,
    Product2Id: productLabel(family),
    Quantity: "1",
    UnitPrice: price,
    TotalPrice: price,
    ...cell("eARR__c", earr),
    SortOrder: String(nth),
    CurrencyIsoCode: deal.currency,
  };
}

interface PartPlace {
  readonly opportunity: string;
  readonly deal: DealSketch;
  readonly partner: string;
  readonly owner: string;
}

function partRow(part: PartSketch, nth: number, { opportunity, deal, partner, owner }: PartPlace): Cells {
  const { source = "Twilio Sales", role = "Influenced", registration, addedAt = soonAfter(deal.createdAt) } = part;
  const own = part.partner ?? partner;
  return {
    Id: `part-${opportunity.replace("opp-", "")}-${nth}`,
    Opportunity__c: opportunity,
    Partner__c: own,
    Source__c: source,
    Role__c: role,
    ...cell("Deal_Registration__c", registration === undefined ? null : registrationLabel(own, registration)),
    CreatedDate: addedAt,
    CreatedById: source === "Twilio Sales" ? owner : "Partner_Account_Manager",
    CurrencyIsoCode: "USD",
  };
}

function soonAfter(createdAt: Moment): Moment {
  return momentOn(addDays(dayOf(createdAt), 10));
}
