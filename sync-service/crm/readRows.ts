/**
 * Reads the rows of a query by the cheaper of two ways: the first REST page also
 * says how many rows there are; a small query is done with it, a large one goes
 * through Bulk. Both give cells of the same form, so one reader serves both.
 */
import { bulkPages } from "./bulkQuery.ts";
import { UnexpectedAnswerError } from "./errors.ts";
import type { Org } from "./org.ts";
import { firstPage, type FirstPage, isQueryTimeout, remainingRows, type Row } from "./restQuery.ts";
import type { RowQuery } from "./soql.ts";

/** Salesforce's own threshold between the two APIs. */
const mostRestRows = 2_000;

/** The rows in groups, every group complete. @throws where fewer rows come than the org counts. */
export async function* readRows(org: Org, query: RowQuery): AsyncGenerator<readonly Row[]> {
  const first = await countedFirstPage(org, query);
  if (first !== null && first.total <= mostRestRows) {
    yield await remainingRows(org, query, first);
    return;
  }
  let rows = 0;
  for await (const page of bulkPages(org, query)) {
    rows += page.length;
    yield page;
  }
  if (first !== null) await checkCount(org, query, rows, first.total);
}

/** All the rows of a query that fits in memory. */
export async function readAllRows(org: Org, query: RowQuery): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of readRows(org, query)) for (const row of rows) all.push(row);
  return all;
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
  if (!isBetween)
    throw new UnexpectedAnswerError(
      `The reading of ${query.object} gave ${rows} rows where the org counts ${before}, later ${after}`,
    );
}
