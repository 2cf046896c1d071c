/** Tier reviews: by key, so that a rerun writes the same row, and a provisional annual one is refreshed. */
import type { ReviewDraft } from "../program/decision.ts";
import type { Org } from "./org.ts";
import type { CellValue, WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

/** `runId` null leaves the review without its run (a run of a tool, not of the ledger). */
export function writeReviews(org: Org, reviews: readonly ReviewDraft[], runId: string | null): Promise<WriteOutcome> {
  const rows = reviews.map((review) => ({
    key: review.key,
    values: valuesOf(review, runId),
    onCreation: { Partner__c: review.partnerId },
    parent: review.partnerId,
  }));
  return writeRows(org, {
    object: "Partner_Tier_Review__c",
    keyField: "Key__c",
    rows,
  });
}

function valuesOf(review: ReviewDraft, runId: string | null): Record<string, CellValue> {
  return {
    Type__c: review.type,
    Status__c: review.status,
    As_Of_Date__c: review.asOfDate,
    Program_Year__c: review.programYear,
    Window_Start_Date__c: review.windowStartDate,
    Window_End_Date__c: review.windowEndDate,
    Previous_Tier__c: review.previousTier,
    Tier__c: review.tier,
    Qualified_Tier__c: review.qualifiedTier,
    eARR__c: review.earr,
    Technical_Resources__c: review.technicalResources,
    Sales_Trained_Resources__c: review.salesTrainedResources,
    Policy__c: review.policyName,
    Explanation__c: review.explanation,
    Evidence__c: review.evidence,
    Evidence_Hash__c: review.evidenceHash,
    Sync_Run__c: runId,
  };
}
