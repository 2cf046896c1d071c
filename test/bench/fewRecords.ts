/** The rows of small pages as a query over REST answers them: up to 2,000 the service asks for no job. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Page } from "./manifest.ts";

type Fields = Record<string, unknown>;

/** As many as one answer holds. */
export const mostRecords = 2_000;

export function recordsOf(pages: readonly Page[]): Fields[] {
  return pages.flatMap(({ file }) =>
    parse<Readonly<Record<string, string>>>(gunzipSync(readFileSync(file)), { columns: true }).map(recordOf),
  );
}

/** `Opportunity__r.IsWon` is a field of a record within the record. */
function recordOf(row: Readonly<Record<string, string>>): Fields {
  const record: Fields = {};
  for (const [path, value] of Object.entries(row)) {
    const names = path.split(".");
    const last = names.pop() ?? path;
    let within = record;
    for (const name of names) within = (within[name] ??= {}) as Fields;
    within[last] = value === "" ? null : value;
  }
  return record;
}
