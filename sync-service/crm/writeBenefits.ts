/** Benefit rows: existing ones by id, new ones by key. */
import type { BenefitDecision } from "../program/decision.ts";
import type { Org } from "./org.ts";
import { type CellValue, rowsInOrder, type RowWrite, together, type WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

const object = "Partner_Benefit__c";

/** As much of a decision as a row holds. */
export type BenefitWrite = Pick<
  BenefitDecision,
  "rowId" | "partnerId" | "benefitKey" | "status" | "isAvailable" | "reason"
>;

/** Partner by partner, each one's by id and new ones by key. */
export async function writeBenefits(org: Org, benefits: Iterable<BenefitWrite>): Promise<WriteOutcome> {
  return together(
    await writeRows(org, { object, keyField: "Id", rows: rowsInOrder(benefits, existingRow) }),
    await writeRows(org, { object, keyField: "Key__c", rows: rowsInOrder(benefits, addedRow) }),
  );
}

function existingRow(benefit: BenefitWrite): RowWrite | null {
  const { rowId, partnerId } = benefit;
  return rowId === null ? null : { key: rowId, values: valuesOf(benefit), parent: partnerId };
}

function addedRow(benefit: BenefitWrite): RowWrite | null {
  const { rowId, partnerId, benefitKey } = benefit;
  if (rowId !== null) return null;
  return {
    key: `${partnerId}:${benefitKey}`,
    values: valuesOf(benefit),
    onCreation: { Partner__c: partnerId, Benefit__c: benefitKey },
    parent: partnerId,
  };
}

function valuesOf(benefit: BenefitWrite): Record<string, CellValue> {
  return {
    Status__c: benefit.status,
    Is_Available__c: benefit.isAvailable,
    Reason__c: benefit.reason,
  };
}
