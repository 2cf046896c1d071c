/**
 * Reads the rows of a query by the cheaper of two ways: the first REST page also
 * says how many rows there are; a small query is done with it, a large one goes
 * through Bulk. Both give cells of the same form, so one reader serves both.
 */
import { readBulk } from "./bulkQuery.ts";
import { keptTexts } from "./cellTexts.ts";
import { ShortReadingError, UnexpectedAnswerError } from "./errors.ts";
import type { IdNumbers } from "./idNumbers.ts";
import type { Org } from "./org.ts";
import { type PartnerRowShape, PartnerRows } from "./partnerRows.ts";
import { firstPage, type FirstPage, isQueryTimeout, remainingRows, type Row } from "./restQuery.ts";
import type { RowTarget } from "./rowTarget.ts";
import type { RowQuery } from "./soql.ts";
import { type RowPage, TextTarget } from "./textTarget.ts";

/** Reads every row into a target; returns how many. @throws where fewer rows come than the org counts. */
export async function readRows(org: Org, query: RowQuery, target: RowTarget): Promise<number> {
  const first = await countedFirstPage(org, query);
  if (first !== null && first.total <= org.thresholds.restRows) {
    const rows = await remainingRows(org, query, first);
    await target.begin(rows.length);
    target.addRows(rows);
    return rows.length;
  }
  const rows = await readBulk(org, query, target, first?.total ?? null);
  if (first !== null) await checkCount(org, query, rows, first.total);
  return rows;
}

/** All the rows of a query that fits in memory, each read at once: of its text only what the facts hold is kept, once. */
export async function readFacts<T>(org: Org, query: RowQuery, read: (row: Row) => T): Promise<T[]> {
  const keep = keptTexts();
  const facts: T[] = [];
  await readRows(org, query, new TextTarget(query, () => factPage(facts, (row) => read(row.map(keep)))));
  return facts;
}

function factPage<T>(all: T[], read: (row: Row) => T): RowPage {
  let own: T[] = [];
  return {
    take: (row) => void own.push(read(row)),
    keep: () => own.forEach((fact) => all.push(fact)),
    drop: () => (own = []),
  };
}

/** The rows that partners have several of, packed. `partners` numbers the partners of all such tables. */
export async function readPartnerRows<T extends { readonly partnerId: string }>(
  org: Org,
  query: RowQuery,
  shape: PartnerRowShape<T>,
  partners: IdNumbers,
): Promise<PartnerRows<T>> {
  const rows = new PartnerRows(shape, partners);
  await readRows(org, query, new TextTarget(query, () => rows.page()));
  return rows;
}

/** The same as plain cells. */
export function readAllRows(org: Org, query: RowQuery): Promise<Row[]> {
  return readFacts(org, query, (row) => row);
}

/** null: too large a query even to be counted within the time a call has. */
async function countedFirstPage(org: Org, query: RowQuery): Promise<FirstPage | null> {
  try {
    return await firstPage(org, query);
  } catch (error) {
    if (isQueryTimeout(error)) return null;
    throw error;
  }
}

/** People go on working while a night reads: the count afterwards excuses a difference, nothing else does. */
async function checkCount(org: Org, query: RowQuery, rows: number, before: number): Promise<void> {
  if (rows === before) return;
  const after = (await countedFirstPage(org, query))?.total ?? before;
  const isBetween = Math.min(before, after) <= rows && rows <= Math.max(before, after);
  if (isBetween) return;
  const text = `The reading of ${query.object} gave ${rows} rows where the org counts ${before}, later ${after}`;
  throw rows < before ? new ShortReadingError(query.object, text) : new UnexpectedAnswerError(text);
}
