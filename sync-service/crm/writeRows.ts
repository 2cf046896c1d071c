/**
 * Writes rows: few through collections, many through Bulk. Every row that the
 * service writes, its own records apart, goes through here. What failed for a
 * lock is tried again in ever smaller batches; what failed together with others
 * is tried until it stands alone; what failed for good is reported row by row,
 * and stops nobody else's row, unless one code refuses too many.
 */
import { ingestRows } from "./bulkIngest.ts";
import { saveCollections } from "./collections.ts";
import type { Org } from "./org.ts";
import { isWorthBisecting, isWorthRetrying } from "./rowAdvice.ts";
import { backoffMs } from "./retry.ts";
import type { RowFault, RowList, RowWrite, SentRows, WriteOutcome, WriteRequest } from "./rowWrite.ts";
import { WriteTally } from "./writeTally.ts";

const mostPasses = 6;
const largestBatch = 200;
const lockRetry = { attempts: mostPasses, baseMs: 500, capMs: 15_000 };

export async function writeRows(org: Org, request: WriteRequest): Promise<WriteOutcome> {
  const tally = new WriteTally(request);
  let rows: RowList = request.rows.isInOrder ? request.rows : byParent(request.rows);
  for (let pass = 1; rows.length > 0; pass += 1) {
    const again: RowFault[] = [];
    for await (const { sent, faults } of sentRows(org, { ...request, rows }, pass)) {
      const retried = faults.filter((fault) => isTriedAgain(fault, pass));
      org.writtenSample?.add(request, savedOf(sent, faults));
      tally.add(
        sent.length - faults.length,
        faults.filter((fault) => !retried.includes(fault)),
      );
      again.push(...retried);
      if (tally.stop) return tally.outcome();
    }
    const next = again.map(nextTry);
    tally.pass(pass, next);
    rows = next;
    if (again.some(({ code }) => isWorthRetrying(code))) await org.pace.sleep(backoffMs(lockRetry, pass, org.pace));
  }
  return tally.outcome();
}

/** Rows that share a parent lock each other out where they are sent at the same time, and not where they are sent together. */
function byParent(rows: RowList): RowList {
  const placeOf = ({ parent, key }: RowWrite) => `${parent ?? ""} ${key}`;
  return Array.from(rows, (row) => ({ row, place: placeOf(row) }))
    .sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .map(({ row }) => row);
}

/** By key: rows may be made anew each time they are gone through. */
function* savedOf(sent: RowList, faults: readonly RowFault[]): Generator<RowWrite, void, undefined> {
  const refused = new Set(faults.map(({ row }) => row.key));
  for (const row of sent) if (!refused.has(row.key)) yield row;
}

/** A row that spoils its neighbours is found in small batches, which Bulk doesn't have. */
async function* sentRows(org: Org, request: WriteRequest, pass: number): AsyncGenerator<SentRows, void, undefined> {
  const [others, suspects] = pass === 1 ? [request.rows, []] : withoutSuspects([...request.rows]);
  const isBulk = others.length > org.thresholds.collectionRows;
  const size = batchSize(pass);
  yield* isBulk
    ? ingestRows(org, { ...request, rows: others }, pass)
    : saveCollections(org, { ...request, rows: [...others] }, size);
  yield* saveCollections(org, { ...request, rows: suspects }, size);
}

function withoutSuspects(rows: readonly RowWrite[]): readonly [others: RowList, suspects: readonly RowWrite[]] {
  return [rows.filter(({ isSuspect }) => isSuspect !== true), rows.filter(({ isSuspect }) => isSuspect === true)];
}

function isTriedAgain(fault: RowFault, pass: number): boolean {
  if (isWorthBisecting(fault.code)) return batchSize(pass) > 1;
  return (fault.row.refusals ?? 0) + 1 < mostPasses && (isWorthRetrying(fault.code) || isLateCreation(fault));
}

/** The answer to an earlier request was lost: the row exists by now, and parents don't change. */
function isLateCreation({ row, code }: RowFault): boolean {
  return code === "INVALID_FIELD_FOR_INSERT_UPDATE" && row.onCreation !== undefined;
}

/** The row as it is sent again. */
function nextTry(fault: RowFault): RowWrite {
  const { onCreation: _parents, ...existing } = fault.row;
  const { code, message } = fault;
  const refusals = (fault.row.refusals ?? 0) + 1;
  if (isLateCreation(fault)) return { ...existing, refusals, refusedFor: { code, message } };
  return isWorthBisecting(code) ? { ...fault.row, isSuspect: true } : { ...fault.row, refusals };
}

/** 200, 100, 50, …, 1: rows that share a parent lock each other out less in small company. */
function batchSize(pass: number): number {
  return Math.max(1, Math.floor(largestBatch / 2 ** (pass - 1)));
}
