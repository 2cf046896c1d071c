/** Asks the org for rows that were saved, and says where it holds something else. */
import { isSameValue } from "./isSameValue.ts";
import type { Org } from "./org.ts";
import { restRows, type Row } from "./restQuery.ts";
import { adviceFor } from "./rowAdvice.ts";
import type { RowFailure } from "./rowWrite.ts";
import { equals, inGroups, isAnyOf } from "./soql.ts";
import type { SampledRow } from "./writtenSample.ts";

/** By the field that the row was written by. Keys are longer than ids, and an address has some 16,000 bytes. */
const rowsPerQuery = { Id: 200, Key__c: 100 } as const;
const keyFields = ["Id", "Key__c"] as const;
const modifier = "LastModifiedById";

type Code = "READ_BACK_DIFFERS" | "READ_BACK_CHANGED" | "READ_BACK_MISSING";

interface Difference {
  readonly row: SampledRow;
  /** null: the row itself is missing. */
  readonly found: { readonly fields: readonly string[]; readonly modifiedBy: string } | null;
}

/** `runId` is a record that this user alone writes while the run lasts. */
export async function readBack(
  org: Org,
  object: string,
  rows: readonly SampledRow[],
  runId: string,
): Promise<readonly RowFailure[]> {
  const differences: Difference[] = [];
  for (const keyField of keyFields) {
    const sampled = rows.filter((row) => row.keyField === keyField);
    for (const group of inGroups(sampled, rowsPerQuery[keyField]))
      differences.push(...(await differencesOf(org, object, keyField, group)));
  }
  if (differences.length === 0) return [];
  const self = differences.some(({ found }) => found !== null) ? await ownUser(org, runId) : null;
  return differences.map((difference) => failureOf(object, difference, self));
}

async function differencesOf(
  org: Org,
  object: string,
  keyField: SampledRow["keyField"],
  group: readonly SampledRow[],
): Promise<Difference[]> {
  const fields = [...new Set(group.flatMap(({ values }) => Object.keys(values)))].sort();
  const columns = [keyField, modifier, ...fields];
  const keys = group.map(({ key }) => key);
  org.fence?.signal?.throwIfAborted();
  const rows = await restRows(org, { object, columns, where: isAnyOf(keyField, keys) });
  const found = new Map(rows.map((row) => [sameKey(keyField, row[0] ?? ""), row]));
  return group.flatMap((row) => differenceOf(row, found.get(sameKey(keyField, row.key)), columns));
}

function differenceOf(row: SampledRow, found: Row | undefined, columns: readonly string[]): Difference[] {
  if (!found) return [{ row, found: null }];
  const cells = new Map(columns.map((column, at) => [column, found[at] ?? ""]));
  const fields = Object.entries(row.values)
    .filter(([field, value]) => !isSameValue(value, cells.get(field) ?? ""))
    .map(([field]) => field);
  return fields.length === 0 ? [] : [{ row, found: { fields, modifiedBy: cells.get(modifier) ?? "" } }];
}

/** Ids come in 15 characters or in 18; external ids are found whatever their case. */
function sameKey(keyField: SampledRow["keyField"], key: string): string {
  return keyField === "Id" ? key.slice(0, 15) : key.toLowerCase();
}

async function ownUser(org: Org, runId: string): Promise<string | null> {
  const where = equals("Id", runId);
  const [row] = await restRows(org, { object: "Partner_Sync_Run__c", columns: [modifier], where });
  return row?.[0] ?? null;
}

/** Names fields, never values: they may be personal. */
function failureOf(object: string, { row, found }: Difference, self: string | null): RowFailure {
  const code: Code =
    found === null ? "READ_BACK_MISSING" : found.modifiedBy === self ? "READ_BACK_DIFFERS" : "READ_BACK_CHANGED";
  const message =
    found === null ? "Saved, and not found when read back" : `Not as it was saved: ${found.fields.join(", ")}`;
  return { object, record: row.key, code, message, advice: adviceFor(code) };
}
