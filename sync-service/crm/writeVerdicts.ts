/** Verdicts of attributions that exist. */
import type { Verdict } from "../program/verdict.ts";
import type { Org } from "./org.ts";
import type { CellValue, WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

/** As much of a verdict as an attribution stores. */
export type StoredPart = Pick<Verdict, "status" | "reason" | "creditUsd" | "isResaleUnauthorized">;

export interface VerdictWrite {
  readonly attributionId: string;
  readonly opportunityId: string;
  readonly verdict: StoredPart;
}

export function writeVerdicts(org: Org, verdicts: readonly VerdictWrite[]): Promise<WriteOutcome> {
  const rows = verdicts.map(({ attributionId, opportunityId, verdict }) => ({
    key: attributionId,
    parent: opportunityId,
    values: verdictValues(verdict),
  }));
  return writeRows(org, {
    object: "Opportunity_Partner__c",
    keyField: "Id",
    rows,
  });
}

/** The `out` fields of an attribution. */
export function verdictValues(verdict: StoredPart): Record<string, CellValue> {
  return {
    Credit_Status__c: verdict.status,
    Credit_Reason__c: verdict.reason,
    Credit_eARR__c: verdict.creditUsd,
    Is_Resale_Unauthorized__c: verdict.isResaleUnauthorized,
  };
}
