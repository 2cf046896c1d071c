/** The `out` fields of partner accounts: those that changed, and no others. */
import type { StoredPartner } from "../program/facts.ts";
import type { Org } from "./org.ts";
import { partnerFields } from "./partnerFields.ts";
import { type CellValue, rowsInOrder, type WriteOutcome } from "./rowWrite.ts";
import { writeRows } from "./writeRows.ts";

export interface PartnerWrite {
  readonly id: string;
  /** Made anew each time. */
  readonly values: () => Readonly<Partial<StoredPartner>>;
}

export function writePartners(org: Org, partners: readonly PartnerWrite[]): Promise<WriteOutcome> {
  const inOrder = partners.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = rowsInOrder(inOrder, ({ id, values }) => ({ key: id, values: namedValues(values()) }));
  return writeRows(org, { object: "Account", keyField: "Id", rows });
}

function namedValues(values: Readonly<Partial<StoredPartner>>): Record<string, CellValue> {
  const entries = Object.entries(values) as [keyof StoredPartner, CellValue][];
  return Object.fromEntries(entries.map(([field, value]) => [partnerFields[field], value]));
}
