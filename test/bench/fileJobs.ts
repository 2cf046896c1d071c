/** Query jobs whose pages are files. */
import { mostRecords, recordsOf } from "./fewRecords.ts";
import type { Serving } from "./bulkServer.ts";
import type { Manifest, Page } from "./manifest.ts";

export type OwnAnswer =
  | { readonly text: string; readonly status?: number; readonly headers?: Record<string, string> }
  | { readonly page: { readonly file: string; readonly headers: Record<string, string> } };

const pagesAtOnce = 5;
/** Every deal in the older ones has its verdict. */
const ofOlderDeals = "WHERE Opportunity__r.IsClosed = true AND Opportunity__r.CloseDate < ";
const ofRecentDeals = "WHERE (Opportunity__r.CloseDate >= ";
const objects = /FROM (Opportunity_Partner__c|OpportunityLineItem)\b/;

export class FileJobs {
  readonly #manifest: Manifest;
  readonly #jobs = new Map<string, readonly Page[]>();
  serving: Serving = { hasLines: true, isChanged: false, isLong: false };

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** null: not about these objects. */
  answer(method: string, path: string, body: Buffer): OwnAnswer | null {
    const { pathname, searchParams } = new URL(path, "http://server");
    if (pathname.endsWith("/query") && method === "GET") return this.#count(searchParams.get("q") ?? "");
    if (pathname.endsWith("/jobs/query") && method === "POST") return this.#create(body.toString());
    const [, root = "", id = "", what] = /^(.*\/jobs\/query\/)(750big\d+AAA)(?:\/(\w+))?$/.exec(pathname) ?? [];
    const pages = this.#jobs.get(id);
    if (!pages) return null;
    if (what === undefined) return json(stateOf(id, pages));
    const from = Number(searchParams.get("locator") ?? 0);
    return what === "resultPages" ? list(`${root}${id}`, pages, from) : pageAt(pages, from);
  }

  #pagesOf(soql: string): readonly Page[] | null {
    const { hasLines, isChanged, isLong } = this.serving;
    const { attributions, lines, recent, changed, long } = this.#manifest;
    const object = objects.exec(soql)?.[1];
    if (object === undefined || !soql.startsWith("SELECT ")) return null;
    // A subquery may name the one in a query of the other.
    if (/FROM OpportunityLineItem\b/.test(soql)) return hasLines ? lines : [];
    if (soql.includes(ofOlderDeals)) return [];
    if (soql.includes(ofRecentDeals)) return recent;
    if (isLong) return [long];
    return isChanged ? [changed, ...attributions.slice(1)] : attributions;
  }

  #count(soql: string): OwnAnswer | null {
    const pages = this.#pagesOf(soql);
    if (!pages) return null;
    const totalSize = pages.reduce((sum, { rows }) => sum + rows, 0);
    const nextRecordsUrl = "/services/data/v66.0/query/0r8big-2000";
    return json(
      totalSize <= mostRecords
        ? { totalSize, done: true, records: recordsOf(pages) }
        : { totalSize, done: false, nextRecordsUrl, records: [] },
    );
  }

  #create(body: string): OwnAnswer | null {
    const { query = "" } = JSON.parse(body) as { query?: string };
    const pages = this.#pagesOf(query);
    if (!pages) return null;
    const id = `750big${String(this.#jobs.size + 1).padStart(9, "0")}AAA`;
    this.#jobs.set(id, pages);
    return json(stateOf(id, pages));
  }
}

function stateOf(id: string, pages: readonly Page[]): object {
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  return {
    id,
    operation: "query",
    state: "JobComplete",
    numberRecordsProcessed: rows,
    lineEnding: "LF",
    columnDelimiter: "COMMA",
  };
}

function list(path: string, pages: readonly Page[], from: number): OwnAnswer {
  const until = Math.min(from + pagesAtOnce, pages.length);
  const resultPages = pages
    .slice(from, until)
    .map((_, index) => ({ resultUrl: `${path}/results?locator=${from + index}` }));
  const done = until >= pages.length;
  return json({ resultPages, done, nextRecordsUrl: done ? null : `${path}/resultPages?locator=${until}` });
}

function pageAt(pages: readonly Page[], index: number): OwnAnswer {
  const page = pages[index];
  if (!page) return { text: "[]", status: 400 };
  const next = index + 1 < pages.length ? String(index + 1) : "null";
  return {
    page: { file: page.file, headers: { "sforce-numberofrecords": String(page.rows), "sforce-locator": next } },
  };
}

function json(value: object): OwnAnswer {
  return { text: JSON.stringify(value) };
}
