/** The cells of an attribution with its opportunity, and how each is read. */
import type Big from "big.js";
import type { AttributionRole, AttributionSource, CreditReason, CreditStatus } from "../program/facts.ts";
import { attributionPaths as paths } from "./attributionPacker.ts";
import { creditReasons, creditStatuses } from "./attributionRecord.ts";
import { type OpportunityCells, type OpportunityOptions, opportunityColumns } from "./opportunityColumns.ts";
import { decimal, flag, instant, oneOf, optional, type RowReader, rowReader, text } from "./rowReader.ts";

export interface AttributionCells extends OpportunityCells {
  readonly id: string;
  readonly partnerId: string;
  readonly source: AttributionSource;
  readonly role: AttributionRole;
  readonly createdAt: number;
  readonly status: CreditStatus | null;
  readonly reason: CreditReason | null;
  readonly creditUsd: Big | null;
  readonly isResaleUnauthorized: boolean;
}

export const attributionObject = "Opportunity_Partner__c";

/** In the order in which the packer reads them. */
export function attributionReader(options: OpportunityOptions): RowReader<AttributionCells> {
  const { opportunityId: _id, currencyCode, name, ...opportunity } = opportunityColumns("Opportunity__r.", options);
  return rowReader<AttributionCells>(attributionObject, {
    id: text(paths.id),
    partnerId: text(paths.partner),
    source: oneOf("Source__c", ["Twilio Sales", "Deal Registration"]),
    role: oneOf("Role__c", ["Influenced", "Resold"]),
    createdAt: instant("CreatedDate"),
    status: optional(oneOf("Credit_Status__c", creditStatuses)),
    reason: optional(oneOf("Credit_Reason__c", creditReasons)),
    creditUsd: optional(decimal("Credit_eARR__c")),
    isResaleUnauthorized: flag("Is_Resale_Unauthorized__c"),
    opportunityId: text(paths.opportunity),
    ...opportunity,
    currencyCode,
    name,
  });
}
