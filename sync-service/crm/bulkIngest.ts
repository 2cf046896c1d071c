/** Bulk API 2.0 ingest: rows as CSV, results joined by key; every row sent must come back as one of three kinds. */
import { type IngestResults, ingestResults } from "./bulkIngestResults.ts";
import { runIngestJob } from "./bulkIngestJob.ts";
import { csvOf } from "./csvWriter.ts";
import { RestError, UnexpectedAnswerError } from "./errors.ts";
import type { BodyStream } from "./httpExchange.ts";
import type { Org } from "./org.ts";
import { backoffMs } from "./retry.ts";
import {
  type RowFault,
  rowsBetween,
  type RowList,
  type RowWrite,
  type SentRows,
  type WriteRequest,
} from "./rowWrite.ts";

/** Salesforce takes 150 MB of base64: about 100 of plain bytes. */
const mostBytes = 100_000_000;
/** Below this a job of its own costs more than it spares. */
const fewestRows = 2_000;
const readings = 5;
const readingRetry = { attempts: readings, baseMs: 500, capMs: 15_000 };

/** One pass over all rows: in as many jobs as their size takes, and twice as many with every pass, one after the other. */
export async function* ingestRows(
  org: Org,
  request: WriteRequest,
  pass: number,
): AsyncGenerator<SentRows, void, undefined> {
  const { rows: all, keyField } = request;
  const perJob = Math.max(fewestRows, Math.ceil(all.length / 2 ** (pass - 1)));
  for (let at = 0; at < all.length; at += perJob)
    for (const { rows, csv } of csvOf(keyField, rowsBetween(all, at, at + perJob), mostBytes))
      yield { sent: rows, faults: await ingestPart(org, { ...request, rows }, csv) };
}

async function ingestPart(org: Org, request: WriteRequest, csv: BodyStream): Promise<RowFault[]> {
  try {
    const jobPath = await runIngestJob(org, request, csv);
    return await faultsOf(org, jobPath, request);
  } catch (error) {
    if (!isJobLost(error)) throw error;
    // Nobody can say what became of the rows; they are absolute values by id or key, and are sent in a new job.
    return Array.from(request.rows, (row) => ({ row, code: "UNPROCESSED", message: String(error) }));
  }
}

/** The job was deleted, or belongs to another version of the API. */
function isJobLost(error: unknown): boolean {
  return error instanceof RestError && (error.status === 404 || error.status === 409);
}

async function faultsOf(org: Org, jobPath: string, request: WriteRequest): Promise<RowFault[]> {
  const { object, rows } = request;
  const { failed, unprocessed } = await wholeResults(org, jobPath, request);
  const byKey = rowsByKey(rows, new Set([...failed.map(({ key }) => key), ...unprocessed]));
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

function rowsByKey(rows: RowList, keys: ReadonlySet<string>): Map<string, RowWrite> {
  const found = new Map<string, RowWrite>();
  if (keys.size > 0) for (const row of rows) if (keys.has(row.key)) found.set(row.key, row);
  return found;
}

/** Every row sent comes back in one of three files; where they don't add up, they are read again. */
async function wholeResults(
  org: Org,
  jobPath: string,
  { object, keyField, rows }: WriteRequest,
): Promise<IngestResults> {
  for (let reading = 1; ; reading += 1) {
    const results = await ingestResults(org, jobPath, keyField);
    const total = results.written + results.failed.length + results.unprocessed.length;
    if (total === rows.length) return results;
    if (reading === readings)
      throw new UnexpectedAnswerError(`${rows.length} ${object} rows were sent by Bulk, and ${total} came back`);
    await org.pace.sleep(backoffMs(readingRetry, reading, org.pace));
  }
}

function rowOf(byKey: ReadonlyMap<string, RowWrite>, key: string, object: string): RowWrite {
  const row = byKey.get(key);
  if (!row) throw new UnexpectedAnswerError(`A Bulk result of ${object} is about a row that was not sent`);
  return row;
}

/** `UNABLE_TO_LOCK_ROW:unable to obtain exclusive access …:--`, `STRING_TOO_LONG:… too large: abc:Name --`. */
export function wordsOf(error: string): { code: string; message: string } {
  const [code = "UNKNOWN", ...rest] = error.split(":");
  return { code, message: rest.join(":").replace(/:[\w, .]*--\s*$/, "") };
}
