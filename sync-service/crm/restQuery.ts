/** Small queries over REST, with every number taken from the answer's text. */
import { z } from "zod";
import { RestError, ShortReadingError, TransientError, UnexpectedAnswerError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import { type RowQuery, soqlOf } from "./soql.ts";

/** Cells in the order of the query's columns; "" = null, as in CSV. */
export type Row = readonly string[];

export interface FirstPage {
  /** Rows of the whole query, as the org counts them. */
  readonly total: number;
  /** Made when they are asked for: of a large query only the count is wanted. */
  readonly rows: () => readonly Row[];
  readonly nextPath: string | null;
}

const outline = z.object({
  totalSize: z.int().nonnegative(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.looseObject({})),
});

/** The first page: the rows of a small query, and the count of any. */
export async function firstPage(org: Org, query: RowQuery): Promise<FirstPage> {
  const soql = encodeURIComponent(soqlOf(query));
  return fetchPage(org, query, `${apiRoot}/query?q=${soql}`);
}

const readings = 3;

/** The rows from the first page on; all pages together must be as many as the org counted. */
export async function remainingRows(org: Org, query: RowQuery, first: FirstPage | null): Promise<Row[]> {
  for (let reading = 1; ; reading += 1) {
    try {
      return await pagesFrom(org, query, (reading === 1 ? first : null) ?? (await firstPage(org, query)));
    } catch (error) {
      // The org keeps ten cursors a user open, for two days: one that is gone, or gives too little, is begun anew.
      const isBegunAnew = isCursorGone(error) || isQueryTimeout(error) || error instanceof ShortReadingError;
      if (!isBegunAnew || reading === readings) throw error;
    }
  }
}

/** All rows, by REST alone: of what Bulk does not have, as custom metadata. */
export function restRows(org: Org, query: RowQuery): Promise<Row[]> {
  return remainingRows(org, query, null);
}

function isCursorGone(error: unknown): boolean {
  return error instanceof RestError && error.code === "INVALID_QUERY_LOCATOR";
}

async function pagesFrom(org: Org, query: RowQuery, first: FirstPage): Promise<Row[]> {
  const rows = [...first.rows()];
  let next = first.nextPath;
  while (next !== null) {
    const following = await fetchPage(org, query, next);
    rows.push(...following.rows());
    if (rows.length > first.total) break;
    next = following.nextPath;
  }
  if (rows.length === first.total) return rows;
  const text = `The query of ${query.object} gave ${rows.length} rows where the org counts ${first.total}`;
  throw rows.length < first.total ? new ShortReadingError(query.object, text) : new UnexpectedAnswerError(text);
}

async function fetchPage(org: Org, query: RowQuery, path: string): Promise<FirstPage> {
  const answer = await org.transport.send({ method: "GET", path });
  const parsed = outline.safeParse(parse(answer.text));
  if (!parsed.success)
    throw new UnexpectedAnswerError(`The answer to the query of ${query.object} is no page of records`);
  const { totalSize, done, nextRecordsUrl } = parsed.data;
  if (!done && nextRecordsUrl === undefined)
    throw new UnexpectedAnswerError(`A page of ${query.object} lacks the address of the next`);
  return {
    total: totalSize,
    rows: () => exactRecords(answer.text).map((record) => cellsOf(record, query.columns)),
    nextPath: done ? null : (nextRecordsUrl ?? null),
  };
}

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/** Numbers as their source text: as binary numbers, 18 digits lose cents. It takes many times as long. */
function exactRecords(text: string): Readonly<Record<string, unknown>>[] {
  const keepSource: Reviver = (_key, value, context) =>
    typeof value === "number" ? (context.source ?? String(value)) : value;
  return (parse(text, keepSource) as z.infer<typeof outline>).records;
}

function parse(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
  } catch (error) {
    throw new TransientError(`An answer is no JSON (${String(error)})`);
  }
}

function cellsOf(record: Readonly<Record<string, unknown>>, columns: readonly string[]): Row {
  return columns.map((column) => cellText(valueAt(record, column.split("."))));
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, record);
}

function cellText(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  throw new UnexpectedAnswerError("A field holds a structure, not a value");
}

/** Whether a query is too much for REST and has to go through Bulk: too slow, or its address too long. */
export function isQueryTimeout(error: unknown): boolean {
  if (!(error instanceof RestError)) return false;
  return error.code === "QUERY_TIMEOUT" || error.status === 414 || error.status === 431;
}
