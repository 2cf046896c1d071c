/** Attributions with their opportunities in one query, streamed: the largest reading of a night. */
import type Big from "big.js";
import type {
  AttributionFacts,
  AttributionRole,
  AttributionSource,
  CreditReason,
  CreditStatus,
  OpportunityFacts,
} from "../program/facts.ts";
import {
  type OpportunityCells,
  type OpportunityOptions,
  opportunityColumns,
  opportunityOf,
} from "./opportunityColumns.ts";
import type { Org } from "./org.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readRows } from "./readRows.ts";
import { decimal, flag, instant, oneOf, optional, rowReader, text } from "./rowReader.ts";

export interface ReadAttribution {
  readonly attribution: AttributionFacts;
  /** Without line items. */
  readonly opportunity: OpportunityFacts;
}

interface AttributionCells extends OpportunityCells {
  readonly id: string;
  readonly partnerId: string;
  readonly source: AttributionSource;
  readonly role: AttributionRole;
  readonly registrationId: string | null;
  readonly createdAt: number;
  readonly status: CreditStatus | null;
  readonly reason: CreditReason | null;
  readonly creditUsd: Big | null;
  readonly isResaleUnauthorized: boolean;
}

const object = "Opportunity_Partner__c";
const sources = ["Twilio Sales", "Deal Registration"] as const;
const roles = ["Influenced", "Resold"] as const;
const statuses = ["Counted", "Pending", "Lost", "Excluded"] as const;
const reasons = [
  "Duplicate",
  "Added After Close",
  "Registration Not Approved",
  "Registration Submitted After Close",
  "No eARR",
  "Professional Services Only",
  "Currency Rate Missing",
] as const satisfies readonly CreditReason[];

/** Every attribution in scope, in no particular order. */
export async function* readAttributions(
  org: Org,
  scope: ReadScope,
  options: OpportunityOptions,
): AsyncGenerator<ReadAttribution> {
  const reader = readerFor(options);
  const query = {
    object,
    columns: reader.columns,
    where: inScope("Partner__c", scope),
  };
  for await (const rows of readRows(org, query)) for (const row of rows) yield factsOf(reader.read(row));
}

function readerFor(options: OpportunityOptions) {
  return rowReader<AttributionCells>(object, {
    id: text("Id"),
    partnerId: text("Partner__c"),
    source: oneOf("Source__c", sources),
    role: oneOf("Role__c", roles),
    registrationId: optional(text("Deal_Registration__c")),
    createdAt: instant("CreatedDate"),
    status: optional(oneOf("Credit_Status__c", statuses)),
    reason: optional(oneOf("Credit_Reason__c", reasons)),
    creditUsd: optional(decimal("Credit_eARR__c")),
    isResaleUnauthorized: flag("Is_Resale_Unauthorized__c"),
    ...opportunityColumns("Opportunity__r.", options),
  });
}

function factsOf(cells: AttributionCells): ReadAttribution {
  return {
    attribution: {
      id: cells.id,
      opportunityId: cells.opportunityId,
      partnerId: cells.partnerId,
      source: cells.source,
      role: cells.role,
      registrationId: cells.registrationId,
      createdAt: cells.createdAt,
      stored: {
        status: cells.status,
        reason: cells.reason,
        creditUsd: cells.creditUsd,
        isResaleUnauthorized: cells.isResaleUnauthorized,
      },
    },
    opportunity: opportunityOf(cells),
  };
}
