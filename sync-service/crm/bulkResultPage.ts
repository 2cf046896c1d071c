/** One page of a bulk query's results: streamed, unzipped, scanned, counted. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CrmError, UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { Org } from "./org.ts";
import type { PageTarget, RowTarget } from "./rowTarget.ts";
import type { StreamAnswer } from "./transport.ts";

const attempts = 5;
/** Node's default of 16 KB makes unzipping twice as slow. */
const chunkSize = 256 * 1024;

export interface PageRequest {
  /** Path and query of the page. */
  readonly path: string;
  /** What the rows are of, for errors. */
  readonly object: string;
}

export interface PageCount {
  readonly rows: number;
  /** The next page's; `null` as text where there is none. */
  readonly locator: string;
}

/** Fetches a page; a damaged one leaves nothing behind, is fetched again from the same place, and in the end refused. */
export async function fetchResultPage(org: Org, request: PageRequest, target: RowTarget): Promise<PageCount> {
  for (let attempt = 1; ; attempt += 1) {
    const page = target.page();
    try {
      const count = await fetchOnce(org, request, page);
      page.keep();
      return count;
    } catch (error) {
      page.drop();
      // A torn page may hold cells that can't be read; a sound one still holds them the second time.
      const isUnreadable = error instanceof UnexpectedAnswerError && attempt === 1;
      if (error instanceof CrmError && !isUnreadable) throw error;
      if (attempt < attempts) continue;
      throw new UnexpectedAnswerError(
        `A result page of ${request.object} came damaged ${attempts} times; last: ${String(error)}`,
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

async function fetchOnce(org: Org, { path }: PageRequest, page: PageTarget): Promise<PageCount> {
  const answer = await org.transport.open({
    method: "GET",
    path,
    headers: { accept: "text/csv", "accept-encoding": "gzip" },
  });
  await scan(answer, page);
  const locator = headerOf(answer.headers, "sforce-locator");
  const promised = headerOf(answer.headers, "sforce-numberofrecords");
  if (page.isEmpty) throw new DamagedPage("it is empty, without even a header");
  if (locator === null) throw new DamagedPage("it names no next page");
  if (promised === null || Number(promised) !== page.rows)
    throw new DamagedPage(`it has ${page.rows} rows where ${promised ?? "no number"} is promised`);
  return { rows: page.rows, locator };
}

async function scan(answer: StreamAnswer, page: PageTarget): Promise<void> {
  const consume = async (source: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of source) page.write(chunk as Uint8Array);
    page.end();
  };
  const isZipped = headerOf(answer.headers, "content-encoding") === "gzip";
  const body: Readable = answer.body;
  await (isZipped ? pipeline(body, createGunzip({ chunkSize }), consume) : pipeline(body, consume));
}
