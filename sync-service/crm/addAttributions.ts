/** Attributions that an approved registration adds, with their verdict at once. */
import type { AttributionFacts } from "../program/facts.ts";
import type { Verdict } from "../program/verdict.ts";
import type { Org } from "./org.ts";
import type { WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";
import { verdictValues } from "./writeVerdicts.ts";

export interface AttributionAddition {
  readonly attribution: AttributionFacts;
  readonly verdict: Verdict;
}

/** By key, so that a request sent twice adds one row. */
export function addAttributions(org: Org, additions: readonly AttributionAddition[]): Promise<WriteOutcome> {
  const rows = additions.map(({ attribution, verdict }) => ({
    key: `${attribution.opportunityId}:${attribution.partnerId}`,
    values: verdictValues(verdict),
    onCreation: {
      Opportunity__c: attribution.opportunityId,
      Partner__c: attribution.partnerId,
      Source__c: attribution.source,
      Role__c: attribution.role,
      Deal_Registration__c: attribution.registrationId,
    },
    parent: attribution.opportunityId,
  }));
  return writeRows(org, {
    object: "Opportunity_Partner__c",
    keyField: "Key__c",
    rows,
  });
}
