/** Benefit rows: existing ones by id, new ones by key. */
import type { BenefitDecision } from "../program/decision.ts";
import type { Org } from "./org.ts";
import { together, type CellValue, type WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

const object = "Partner_Benefit__c";

/** As much of a decision as a row holds. */
export type BenefitWrite = Pick<
  BenefitDecision,
  "rowId" | "partnerId" | "benefitKey" | "status" | "isAvailable" | "reason"
>;

export async function writeBenefits(org: Org, benefits: readonly BenefitWrite[]): Promise<WriteOutcome> {
  const existing = benefits.flatMap((benefit) =>
    benefit.rowId === null ? [] : [{ key: benefit.rowId, values: valuesOf(benefit), parent: benefit.partnerId }],
  );
  const added = benefits
    .filter((benefit) => benefit.rowId === null)
    .map((benefit) => ({
      key: `${benefit.partnerId}:${benefit.benefitKey}`,
      values: valuesOf(benefit),
      onCreation: { Partner__c: benefit.partnerId, Benefit__c: benefit.benefitKey },
      parent: benefit.partnerId,
    }));
  return together(
    await writeRows(org, { object, keyField: "Id", rows: existing }),
    await writeRows(org, { object, keyField: "Key__c", rows: added }),
  );
}

function valuesOf(benefit: BenefitWrite): Record<string, CellValue> {
  return {
    Status__c: benefit.status,
    Is_Available__c: benefit.isAvailable,
    Reason__c: benefit.reason,
  };
}
