/** One page of a bulk query's results: streamed, unzipped, scanned, counted. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CrmError, ShortReadingError, UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { PageWriter } from "./keptPages.ts";
import type { Org } from "./org.ts";
import type { PageTarget, RowTarget } from "./rowTarget.ts";
import { Turns } from "./turns.ts";

const attempts = 5;
/** Node's default of 16 KB makes unzipping twice as slow. */
const chunkSize = 256 * 1024;
/** Of text cells, some ten milliseconds' work. */
const sliceSize = 64 * 1024;

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
  const kept = await keptPage(org, request, target);
  if (kept !== null) return kept;
  for (let attempt = 1; ; attempt += 1) {
    const page = target.page();
    const writer = org.checkpoint?.pages.writer(request.path) ?? null;
    try {
      const count = await fetchOnce(org, request, page, writer);
      page.keep();
      return count;
    } catch (error) {
      page.drop();
      writer?.drop();
      // A torn page may hold cells that can't be read; a sound one still holds them the second time.
      const isUnreadable = error instanceof UnexpectedAnswerError && attempt === 1;
      if (error instanceof CrmError && !isUnreadable) throw error;
      if (attempt === attempts) throw lastly(request, error);
    }
  }
}

/** Not a word of Salesforce's, so it does not leave this file. */
class DamagedPage extends Error {
  override readonly name: string = "DamagedPage";
  readonly code = "DAMAGED_PAGE";
}

/** Well formed, and not all of it. */
class ShortPage extends DamagedPage {
  override readonly name = "ShortPage";
}

function lastly({ object }: PageRequest, error: unknown): CrmError {
  const text = `A result page of ${object} came damaged ${attempts} times; last: ${String(error)}`;
  if (error instanceof ShortPage) return new ShortReadingError(object, text, { cause: error });
  return new UnexpectedAnswerError(text, { cause: error });
}

/** A page that an earlier run has fetched already; null: it is not here, or not what it was. */
async function keptPage({ checkpoint }: Org, { path }: PageRequest, target: RowTarget): Promise<PageCount | null> {
  const kept = checkpoint?.pages.find(path) ?? null;
  if (!checkpoint || kept === null) return null;
  const page = target.page();
  try {
    await scan(checkpoint.pages.open(path, kept), kept.isZipped, page);
    if (page.isEmpty || page.rows !== kept.rows) throw new DamagedPage("it has not the rows that it had");
    page.keep();
    return { rows: kept.rows, locator: kept.locator };
  } catch {
    // Only a copy is lost: the org still has the page.
    page.drop();
    return null;
  }
}

async function fetchOnce(
  org: Org,
  { path }: PageRequest,
  page: PageTarget,
  writer: PageWriter | null,
): Promise<PageCount> {
  const { headers, body } = await org.transport.open({
    method: "GET",
    path,
    headers: { accept: "text/csv", "accept-encoding": "gzip" },
  });
  const isZipped = headerOf(headers, "content-encoding") === "gzip";
  await scan(body, isZipped, page, writer);
  const locator = headerOf(headers, "sforce-locator");
  const promised = headerOf(headers, "sforce-numberofrecords");
  if (page.isEmpty) throw new DamagedPage("it is empty, without even a header");
  if (locator === null) throw new DamagedPage("it names no next page");
  if (promised === null || Number(promised) !== page.rows) {
    const Kind = page.rows < Number(promised) ? ShortPage : DamagedPage;
    throw new Kind(`it has ${page.rows} rows where ${promised ?? "no number"} is promised`);
  }
  writer?.keep({ rows: page.rows, locator, isZipped });
  return { rows: page.rows, locator };
}

async function scan(body: Readable, isZipped: boolean, page: PageTarget, writer: PageWriter | null = null) {
  const consume = async (source: AsyncIterable<unknown>): Promise<void> => {
    const turns = new Turns();
    for await (const chunk of source)
      for (const slice of slicesOf(chunk as Uint8Array)) {
        page.write(slice);
        if (turns.areDue) await turns.give();
      }
    page.end();
  };
  const source = writer === null ? body : body.compose(copied(writer));
  await (isZipped ? pipeline(source, createGunzip({ chunkSize }), consume) : pipeline(source, consume));
}

function* slicesOf(chunk: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < chunk.length; from += sliceSize) yield chunk.subarray(from, from + sliceSize);
}

/** The same bytes, on the disk too. */
function copied(writer: PageWriter) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      writer.write(chunk);
      yield chunk;
    }
  };
}
