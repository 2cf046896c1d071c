/** sObject collections: up to 200 rows a call, each row by itself. Absolute values by id or key may be sent twice. */
import Big from "big.js";
import { z } from "zod";
import { UnexpectedAnswerError } from "./errors.ts";
import { sendWrite } from "./fencedWrite.ts";
import { apiRoot, type Org } from "./org.ts";
import {
  allValues,
  type CellValue,
  type RowFault,
  type RowWrite,
  type SentRows,
  type WriteRequest,
} from "./rowWrite.ts";

const saveResults = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string() })).default([]),
  }),
);

/** Few enough to be there all at once. */
interface CollectionRequest extends WriteRequest {
  readonly rows: readonly RowWrite[];
}

/** Saves all rows in batches of a size, and tells of each; one pass, no retries of rows. */
export async function* saveCollections(
  org: Org,
  request: CollectionRequest,
  batchSize: number,
): AsyncGenerator<SentRows, void, undefined> {
  for (let at = 0; at < request.rows.length; at += batchSize) {
    const batch = request.rows.slice(at, at + batchSize);
    yield { sent: batch, faults: await saveBatch(org, request, batch) };
  }
}

async function saveBatch(
  org: Org,
  { object, keyField }: WriteRequest,
  batch: readonly RowWrite[],
): Promise<RowFault[]> {
  const results = saveResults.safeParse(await sendBatch(org, object, keyField, batch));
  if (!results.success || results.data.length !== batch.length)
    throw new UnexpectedAnswerError(`The answer to a write of ${batch.length} ${object} rows has not one result a row`);
  return results.data.flatMap(({ success, errors: [error] }, index) => {
    const row = batch[index];
    if (success || !row) return [];
    return [{ row, code: error?.statusCode ?? "UNKNOWN", message: error?.message ?? "no message" }];
  });
}

/** The one request by which rows are written over REST. */
function sendBatch(org: Org, object: string, keyField: string, batch: readonly RowWrite[]): Promise<unknown> {
  const path = keyField === "Id" ? "" : `/${object}/${keyField}`;
  return sendWrite(org, {
    method: "PATCH",
    path: `${apiRoot}/composite/sobjects${path}`,
    body: bodyOf(object, keyField, batch),
  });
}

function bodyOf(object: string, keyField: string, batch: readonly RowWrite[]): string {
  const records = batch.map((row) => ({
    attributes: { type: object },
    [keyField === "Id" ? "id" : keyField]: row.key,
    ...Object.fromEntries(Object.entries(allValues(row)).map(([field, value]) => [field, jsonOf(value)])),
  }));
  return JSON.stringify({ allOrNone: false, records });
}

// Not yet in TypeScript's library: a number written exactly as given.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };

/** An amount goes out digit by digit: a binary number would lose cents of large ones. */
function jsonOf(value: CellValue): unknown {
  return value instanceof Big ? rawJSON(value.toFixed()) : value;
}
