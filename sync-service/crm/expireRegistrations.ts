/** Registrations that waited too long for a decision. */
import type { Org } from "./org.ts";
import type { WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

export function expireRegistrations(org: Org, ids: readonly string[]): Promise<WriteOutcome> {
  const rows = ids.map((id) => ({
    key: id,
    values: { Status__c: "Expired" },
  }));
  return writeRows(org, {
    object: "Deal_Registration__c",
    keyField: "Id",
    rows,
  });
}
