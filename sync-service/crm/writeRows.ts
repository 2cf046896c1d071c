/**
 * Writes rows: few through collections, many through Bulk. What failed for a
 * lock is tried again in ever smaller batches; what failed for good is reported
 * row by row, and stops nobody else's row.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { ingestRows } from "./bulkIngest.ts";
import { saveCollections } from "./collections.ts";
import type { Org } from "./org.ts";
import { adviceFor, isWorthRetrying } from "./rowAdvice.ts";
import { backoffMs } from "./retry.ts";
import type { PassResult, RowFault, RowFailure, WriteOutcome, RowWrite, WriteRequest } from "./rowWrite.ts";

const mostCollectionRows = 2_000;
const mostPasses = 6;
const largestBatch = 200;
const lockRetry = { attempts: mostPasses, baseMs: 500, capMs: 15_000 };

export async function writeRows(org: Org, request: WriteRequest): Promise<WriteOutcome> {
  let remaining = request.rows;
  let written = 0;
  const failures: RowFailure[] = [];
  for (let pass = 1; remaining.length > 0; pass += 1) {
    const result = await writeOnce(org, { ...request, rows: remaining }, pass);
    written += result.written;
    const isLast = pass === mostPasses;
    const again = result.faults.map((fault) => (isLast ? null : nextTry(fault)));
    const final = result.faults.filter((_, index) => again[index] === null);
    failures.push(...final.map((fault) => failureOf(request.object, fault)));
    remaining = again.filter((row) => row !== null);
    if (remaining.length > 0) await sleep(backoffMs(lockRetry, pass));
  }
  return { written, failures };
}

function writeOnce(org: Org, request: WriteRequest, pass: number): Promise<PassResult> {
  return request.rows.length > mostCollectionRows
    ? ingestRows(org, request)
    : saveCollections(org, request, batchSize(pass));
}

/** The row as it is sent again; null = its fault is final. */
function nextTry({ row, code }: RowFault): RowWrite | null {
  if (isWorthRetrying(code)) return row;
  // The answer to an earlier request was lost: the row exists by now, and parents don't change.
  const exists = code === "INVALID_FIELD_FOR_INSERT_UPDATE" && row.onCreation;
  return exists ? { key: row.key, values: row.values } : null;
}

/** 200, 100, 50, …: rows that share a parent lock each other out less in small company. */
function batchSize(pass: number): number {
  return Math.max(1, Math.floor(largestBatch / 2 ** (pass - 1)));
}

function failureOf(object: string, { row, code, message }: RowFault): RowFailure {
  return {
    object,
    record: row.key,
    code,
    message,
    advice: adviceFor(code),
  };
}
