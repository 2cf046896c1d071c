/**
 * Bulk API 2.0 query: job, polling, and result pages streamed by our own reader.
 * A page counts only as a whole, and the job only with all of its pages: rows
 * lost on the way would demote partners.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { fetchResultPage } from "./bulkResultPage.ts";
import { UnexpectedAnswerError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import type { Row } from "./restQuery.ts";
import { type RowQuery, soqlOf } from "./soql.ts";

const deadlineMs = 2 * 60 * 60_000;
const slowestPollMs = 10_000;

const created = z.object({ id: z.string().min(15) });
const jobState = z.object({
  state: z.string(),
  numberRecordsProcessed: z.number().int().optional(),
  errorMessage: z.string().optional(),
});

/** The rows of a query, page by page, each page complete. */
export async function* bulkPages(org: Org, query: RowQuery): AsyncGenerator<readonly Row[]> {
  const jobPath = `${apiRoot}/jobs/query/${await createJob(org, query)}`;
  const expected = await untilComplete(org, jobPath, query);
  const seen = new Set<string>();
  let rows = 0;
  for (let locator: string | null = ""; locator !== null;) {
    const page = await fetchResultPage(org, { jobPath, locator, query });
    rows += page.rows.length;
    yield page.rows;
    locator = nextLocator(page.locator, seen, query);
  }
  if (rows !== expected)
    throw new UnexpectedAnswerError(
      `The bulk query of ${query.object} gave ${rows} rows where the job counts ${expected}`,
    );
}

async function createJob(org: Org, query: RowQuery): Promise<string> {
  const answer = await org.connection.request({
    method: "POST",
    url: `${apiRoot}/jobs/query`,
    body: JSON.stringify({ operation: "query", query: soqlOf(query) }),
    headers: { "content-type": "application/json" },
  });
  return created.parse(answer).id;
}

/** Waits for the job and returns its own count of rows. The job is never deleted: its results may still be looked at. */
async function untilComplete(org: Org, jobPath: string, query: RowQuery): Promise<number> {
  const deadline = performance.now() + deadlineMs;
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 1.6, slowestPollMs)) {
    const job = jobState.parse(await org.connection.request(jobPath));
    if (job.state === "JobComplete") return countOf(job, query);
    if (job.state === "Failed" || job.state === "Aborted")
      throw new UnexpectedAnswerError(
        `The bulk query of ${query.object} ended as ${job.state}: ${job.errorMessage ?? "no reason given"}`,
      );
    if (performance.now() > deadline)
      throw new UnexpectedAnswerError(`The bulk query of ${query.object} is still ${job.state} after two hours`);
    await sleep(waitMs);
  }
}

function countOf(job: z.infer<typeof jobState>, query: RowQuery): number {
  if (job.numberRecordsProcessed === undefined)
    throw new UnexpectedAnswerError(`The bulk query of ${query.object} does not say how many rows it has`);
  return job.numberRecordsProcessed;
}

/** The end is the literal text `null`; a locator seen before would go round for ever. */
function nextLocator(locator: string, seen: Set<string>, query: RowQuery): string | null {
  if (locator === "null") return null;
  if (seen.has(locator)) throw new UnexpectedAnswerError(`The pages of ${query.object} repeat themselves`);
  seen.add(locator);
  return locator;
}
