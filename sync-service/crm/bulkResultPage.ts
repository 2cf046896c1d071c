/** One page of a bulk query's results: streamed, unzipped, scanned, counted. */
import type { Readable } from "node:stream";
import { CrmError, ShortReadingError, UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { PageWriter } from "./keptPages.ts";
import type { Org } from "./org.ts";
import { PageReader } from "./pageReader.ts";
import type { RowTarget, WirePage } from "./rowTarget.ts";

const attempts = 5;

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
    const writer = org.checkpoint?.pages.writer(request.path) ?? null;
    try {
      return await fetchOnce(org, request, target, writer);
    } catch (error) {
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
  const { rows, locator, isZipped } = kept;
  try {
    await readInto(target, isZipped, async (page) => {
      await scan(checkpoint.pages.open(path, kept), page);
      if (page.isEmpty || page.rows !== rows) throw new DamagedPage("it has not the rows that it had");
    });
    return { rows, locator };
  } catch {
    // Only a copy is lost: the org still has the page.
    return null;
  }
}

async function fetchOnce(
  org: Org,
  { path }: PageRequest,
  target: RowTarget,
  writer: PageWriter | null,
): Promise<PageCount> {
  const { headers, body } = await org.transport.open({
    method: "GET",
    path,
    headers: { accept: "text/csv", "accept-encoding": "gzip" },
  });
  const isZipped = headerOf(headers, "content-encoding") === "gzip";
  const locator = headerOf(headers, "sforce-locator");
  const promised = headerOf(headers, "sforce-numberofrecords");
  return readInto(target, isZipped, async (page) => {
    await scan(body, page, writer);
    if (page.isEmpty) throw new DamagedPage("it is empty, without even a header");
    if (locator === null) throw new DamagedPage("it names no next page");
    if (promised === null || Number(promised) !== page.rows) {
      const Kind = page.rows < Number(promised) ? ShortPage : DamagedPage;
      throw new Kind(`it has ${page.rows} rows where ${promised ?? "no number"} is promised`);
    }
    writer?.keep({ rows: page.rows, locator, isZipped });
    return { rows: page.rows, locator };
  });
}

/** Keeps the page where all goes well, and else drops it. */
async function readInto<T>(target: RowTarget, isZipped: boolean, read: (page: WirePage) => Promise<T>): Promise<T> {
  const page = target.elsewhere?.(isZipped) ?? new PageReader(target.page(), isZipped);
  try {
    const result = await read(page);
    await page.keep();
    return result;
  } catch (error) {
    page.drop();
    throw error;
  }
}

async function scan(body: Readable, page: WirePage, writer: PageWriter | null = null): Promise<void> {
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    writer?.write(chunk);
    await page.write(chunk);
  }
  await page.end();
}
