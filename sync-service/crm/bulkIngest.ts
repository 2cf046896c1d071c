/** Bulk API 2.0 ingest: rows as CSV, results joined by key; every row sent must come back as one of three kinds. */
import { ingestResults } from "./bulkIngestResults.ts";
import { runIngestJob } from "./bulkIngestJob.ts";
import { csvOf } from "./csvWriter.ts";
import { UnexpectedAnswerError } from "./errors.ts";
import type { Org } from "./org.ts";
import type { PassResult, RowFault, RowWrite, WriteRequest } from "./rowWrite.ts";

/** Salesforce takes 150 MB of base64: about 100 of plain bytes. */
const mostBytes = 100_000_000;

/** One pass over all rows, in as many jobs as their size takes. */
export async function ingestRows(org: Org, request: WriteRequest): Promise<PassResult> {
  const faults: RowFault[] = [];
  const sorted = [...request.rows].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { rows, csv } of csvOf(request.keyField, sorted, mostBytes)) {
    const jobPath = await runIngestJob(org, request, csv);
    faults.push(...(await faultsOf(org, jobPath, { ...request, rows })));
  }
  return { written: sorted.length - faults.length, faults };
}

async function faultsOf(org: Org, jobPath: string, { object, keyField, rows }: WriteRequest): Promise<RowFault[]> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const results = await ingestResults(org, jobPath, keyField);
  const { written, failed, unprocessed } = results;
  const total = written + failed.length + unprocessed.length;
  if (total !== rows.length)
    throw new UnexpectedAnswerError(`${rows.length} ${object} rows were sent by Bulk, and ${total} came back`);
  return [
    ...failed.map(({ key, error }) => ({
      row: rowOf(byKey, key, object),
      ...wordsOf(error),
    })),
    ...unprocessed.map((key) => ({
      row: rowOf(byKey, key, object),
      code: "UNPROCESSED",
      message: "not processed",
    })),
  ];
}

function rowOf(byKey: ReadonlyMap<string, RowWrite>, key: string, object: string): RowWrite {
  const row = byKey.get(key);
  if (!row) throw new UnexpectedAnswerError(`A Bulk result of ${object} is about a row that was not sent`);
  return row;
}

/** `UNABLE_TO_LOCK_ROW:unable to obtain exclusive access …:--`. */
function wordsOf(error: string): { code: string; message: string } {
  const [code = "UNKNOWN", ...rest] = error.split(":");
  return { code, message: rest.join(":").replace(/:--$/, "") };
}
