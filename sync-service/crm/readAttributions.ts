/** Attributions with their opportunities in one query, packed as they arrive: the largest reading of a night. */
import type Big from "big.js";
import type { AttributionRole, AttributionSource, CreditReason, CreditStatus } from "../program/facts.ts";
import { attributionPacker, attributionPaths as paths, type PackingTexts } from "./attributionPacker.ts";
import { creditReasons, creditStatuses } from "./attributionRecord.ts";
import { type OpportunityCells, type OpportunityOptions, opportunityColumns } from "./opportunityColumns.ts";
import type { Org } from "./org.ts";
import { readRows } from "./readRows.ts";
import type { RecordSpace } from "./recordSpace.ts";
import { RecordTarget } from "./recordTarget.ts";
import { decimal, flag, instant, oneOf, optional, rowReader, text } from "./rowReader.ts";

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

const object = "Opportunity_Partner__c";

/** What one reading of attributions is: which of them, and where they go. */
export interface AttributionReading {
  readonly where: string | undefined;
  readonly options: OpportunityOptions;
  readonly texts: PackingTexts;
  readonly space: RecordSpace;
}

/** Reads attributions in no particular order; returns how many. */
export function readAttributions(org: Org, { where, options, texts, space }: AttributionReading): Promise<number> {
  const reader = readerFor(options);
  const query = { object, columns: reader.columns, where };
  return readRows(org, query, new RecordTarget(query, attributionPacker(reader.read, options, texts), space));
}

/** In the order in which the packer reads them. */
export function readerFor(options: OpportunityOptions) {
  const { opportunityId: _id, currencyCode, name, ...opportunity } = opportunityColumns("Opportunity__r.", options);
  return rowReader<AttributionCells>(object, {
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
