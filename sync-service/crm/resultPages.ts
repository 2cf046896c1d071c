/** The pages of a finished query job, up to five at a time where the platform offers them so. */
import { z } from "zod";
import { fetchResultPage } from "./bulkResultPage.ts";
import { RestError, ShortReadingError, UnexpectedAnswerError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import type { RowTarget } from "./rowTarget.ts";

/** As many as one answer names. https://developer.salesforce.com/docs/platform/api-asynch/guide/query-get-parallel-job-results.html */
const mostAtOnce = 5;

/** A job that is complete. */
export interface FinishedJob {
  /** From the instance's root. */
  readonly path: string;
  readonly object: string;
  /** As the job itself counts them. */
  readonly rows: number;
}

const pageList = z.object({
  resultPages: z.array(z.object({ resultUrl: z.string() })),
  // The documentation has both spellings.
  nextRecordsUrl: z.string().nullish(),
  nextRecordUrl: z.string().nullish(),
  done: z.boolean(),
});

/** Fetches every page. @throws where the pages together are not what the job counts. */
export async function readPages(org: Org, job: FinishedJob, target: RowTarget): Promise<void> {
  const isLarge = job.rows > org.thresholds.pageRows;
  const rows = (isLarge ? await atOnce(org, job, target) : null) ?? (await oneByOne(org, job, target));
  if (rows === job.rows) return;
  const text = `The bulk query of ${job.object} gave ${rows} rows where the job counts ${job.rows}`;
  throw rows < job.rows ? new ShortReadingError(job.object, text) : new UnexpectedAnswerError(text);
}

async function oneByOne(org: Org, { path, object }: FinishedJob, target: RowTarget): Promise<number> {
  const seen = new Set<string>();
  let rows = 0;
  for (let locator: string | null = ""; locator !== null;) {
    const parameters = new URLSearchParams({ maxRecords: String(org.thresholds.pageRows) });
    if (locator !== "") parameters.set("locator", locator);
    const page = await fetchResultPage(org, { path: `${path}/results?${parameters.toString()}`, object }, target);
    rows += page.rows;
    locator = page.locator === "null" ? null : page.locator;
    if (locator !== null) notAgain(locator, seen, object);
  }
  return rows;
}

/** null: the platform does not offer it. Where one page fails the others end before the failure is told. */
async function atOnce(org: Org, job: FinishedJob, target: RowTarget): Promise<number | null> {
  const first = await firstList(org, job);
  if (first === null) return null;
  const paths = pathsFrom(org, job, first);
  const reading = { rows: 0, hasFailed: false };
  const takePages = async () => {
    for await (const path of each(paths)) {
      if (reading.hasFailed) return;
      const { rows } = await fetchResultPage(org, { path, object: job.object }, target);
      reading.rows += rows;
    }
  };
  const takers = Array.from({ length: mostAtOnce }, () =>
    takePages().catch((error: unknown) => {
      reading.hasFailed = true;
      throw error;
    }),
  );
  await Promise.allSettled(takers);
  await Promise.all(takers);
  return reading.rows;
}

/** Without an end for the others where one of those who share it leaves. */
async function* each<T>(shared: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = await shared.next(); next.done !== true; next = await shared.next()) yield next.value;
}

async function* pathsFrom(org: Org, job: FinishedJob, first: PageList): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (let list: PageList | null = first; list !== null; list = await nextList(org, job, list))
    for (const path of list.paths) {
      notAgain(path, seen, job.object);
      yield path;
    }
}

interface PageList {
  readonly paths: readonly string[];
  readonly next: string | null;
}

/** Before version 58 the resource is missing. */
async function firstList(org: Org, job: FinishedJob): Promise<PageList | null> {
  try {
    return await listAt(org, job, `${job.path}/resultPages`);
  } catch (error) {
    if (error instanceof RestError && (error.status === 404 || error.status === 405)) return null;
    throw error;
  }
}

async function nextList(org: Org, job: FinishedJob, { next }: PageList): Promise<PageList | null> {
  return next === null ? null : listAt(org, job, next);
}

async function listAt(org: Org, { object }: FinishedJob, path: string): Promise<PageList> {
  const { text } = await org.transport.send({ method: "GET", path });
  const parsed = pageList.safeParse(JSON.parse(text));
  if (!parsed.success) throw new UnexpectedAnswerError(`The list of result pages of ${object} is none`);
  const { resultPages, done, nextRecordsUrl, nextRecordUrl } = parsed.data;
  const next = nextRecordsUrl ?? nextRecordUrl ?? null;
  if (!done && next === null)
    throw new UnexpectedAnswerError(`The list of result pages of ${object} lacks the address of the next`);
  return {
    paths: resultPages.map(({ resultUrl }) => pathOf(resultUrl)),
    next: done || next === null ? null : pathOf(next),
  };
}

/** Addresses come with or without the instance's. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, "https://instance");
  return pathname.startsWith("/services/") ? pathname + search : apiRoot + pathname + search;
}

/** A locator or page seen before would go round for ever. */
function notAgain(name: string, seen: Set<string>, object: string): void {
  if (seen.has(name)) throw new UnexpectedAnswerError(`The pages of ${object} repeat themselves`);
  seen.add(name);
}
