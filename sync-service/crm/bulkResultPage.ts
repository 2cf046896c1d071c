/** One page of a bulk query's results: streamed, unzipped, scanned, counted. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvScanner } from "./csvScanner.ts";
import { CrmError, UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { Org } from "./org.ts";
import type { Row } from "./restQuery.ts";
import type { RowQuery } from "./soql.ts";
import type { StreamAnswer } from "./transport.ts";

/** Few enough rows that a page fits in memory, many enough that ten million take a hundred calls. */
const rowsPerPage = 100_000;
const attempts = 5;
/** Node's default of 16 KB makes unzipping twice as slow. */
const chunkSize = 256 * 1024;

export interface PageRequest {
  readonly jobPath: string;
  /** "" = the first page. */
  readonly locator: string;
  readonly query: RowQuery;
}

export interface ResultPage {
  readonly rows: readonly Row[];
  readonly locator: string;
}

/** Fetches a page; a damaged one is fetched again from the same locator, and in the end refused. */
export async function fetchResultPage(org: Org, request: PageRequest): Promise<ResultPage> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(org, request);
    } catch (error) {
      if (error instanceof CrmError) throw error;
      if (attempt < attempts) continue;
      throw new UnexpectedAnswerError(
        `A result page of ${request.query.object} came damaged ${attempts} times; last: ${String(error)}`,
        { cause: error },
      );
    }
  }
}

/** Not a word of Salesforce's, so it does not leave this file. */
class DamagedPage extends Error {
  override readonly name = "DamagedPage";
  readonly code = "DAMAGED_PAGE";
}

async function fetchOnce(org: Org, request: PageRequest): Promise<ResultPage> {
  const { jobPath, locator, query } = request;
  const parameters = new URLSearchParams({ maxRecords: String(rowsPerPage) });
  if (locator !== "") parameters.set("locator", locator);
  const answer = await org.transport.open({
    method: "GET",
    path: `${jobPath}/results?${parameters.toString()}`,
    headers: { accept: "text/csv", "accept-encoding": "gzip" },
  });
  const rows = await scan(answer, query);
  const next = headerOf(answer.headers, "sforce-locator");
  const promised = headerOf(answer.headers, "sforce-numberofrecords");
  if (next === null) throw new DamagedPage("it names no next page");
  if (promised === null || Number(promised) !== rows.length)
    throw new DamagedPage(`it has ${rows.length} rows where ${promised ?? "no number"} is promised`);
  return { rows, locator: next };
}

async function scan(answer: StreamAnswer, query: RowQuery): Promise<Row[]> {
  const rows: Row[] = [];
  let isHeader = true;
  const scanner = new CsvScanner((cells) => {
    if (isHeader) checkHeader(cells, query);
    else if (cells.length === query.columns.length) rows.push(cells);
    else throw new DamagedPage(`a row has ${cells.length} cells`);
    isHeader = false;
  });
  const consume = async (source: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of source) scanner.write(chunk as Uint8Array);
    scanner.end();
  };
  const isZipped = headerOf(answer.headers, "content-encoding") === "gzip";
  const body: Readable = answer.body;
  await (isZipped ? pipeline(body, createGunzip({ chunkSize }), consume) : pipeline(body, consume));
  if (isHeader && rows.length === 0 && scanner.rows === 0) throw new DamagedPage("it is empty, without even a header");
  return rows;
}

/** Every page repeats the header; columns are matched by place, so the places have to be right. */
function checkHeader(cells: Row, { columns, object }: RowQuery): void {
  const isSame =
    cells.length === columns.length && cells.every((cell, at) => cell.toLowerCase() === columns[at]?.toLowerCase());
  if (!isSame)
    throw new UnexpectedAnswerError(`A result page of ${object} begins with other columns than were asked for`);
}
