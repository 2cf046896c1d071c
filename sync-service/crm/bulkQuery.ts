/**
 * Bulk API 2.0 query: job and polling; a query that is too much for the platform is
 * split by record id. A page counts only as a whole, and the job only with all of its
 * pages: rows lost on the way would demote partners.
 */
import { z } from "zod";
import { RestError, UnexpectedAnswerError, UnreachableError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import { type FinishedJob, readPages } from "./resultPages.ts";
import type { RowTarget } from "./rowTarget.ts";
import { type RowQuery, soqlOf } from "./soql.ts";
import { splitById } from "./splitById.ts";

const deadlineMs = 2 * 60 * 60_000;
const slowestPollMs = 10_000;
const mostJobs = 3;

/** Between the org's clock as it was learned and the job's own date. */
const clockSlackMs = 2 * 60_000;

const created = z.object({ id: z.string().min(15) });
const jobState = z.object({
  state: z.string(),
  numberRecordsProcessed: z.number().int().optional(),
  errorMessage: z.string().optional(),
});
const identity = z.object({ object: z.string(), createdDate: z.string() });

/** Reads all rows of a query into a target; returns how many. `counted`: as the org counts them now; null = unknown. */
export async function readBulk(
  org: Org,
  query: RowQuery,
  target: RowTarget,
  counted: number | null = null,
): Promise<number> {
  const jobs = await finishedJobs(org, query, counted);
  const rows = jobs.reduce((sum, job) => sum + job.rows, 0);
  await target.begin(rows);
  for (const job of jobs) await readPages(org, job, target);
  return rows;
}

/** The one job of a query; several where it took the platform too long as one. */
async function finishedJobs(org: Org, query: RowQuery, counted: number | null): Promise<FinishedJob[]> {
  try {
    return [(await earlierJob(org, query, counted)) ?? (await finishedJob(org, query))];
  } catch (error) {
    if (!(error instanceof QueryTooLarge)) throw error;
    const parts = await splitById(org, query);
    if (parts === null) throw error;
    const jobs: FinishedJob[] = [];
    for (const part of parts) jobs.push(...(await finishedJobs(org, part, null)));
    return jobs;
  }
}

/** The platform gave a query up after its own retries. Splitting it helps; reading it as nothing would be the worst. */
class QueryTooLarge extends UnexpectedAnswerError {}

/** The same query's job of a run that broke off; null: there is none that still serves. */
async function earlierJob(org: Org, query: RowQuery, counted: number | null): Promise<FinishedJob | null> {
  const soql = soqlOf(query);
  const kept = org.checkpoint?.jobOf(soql) ?? null;
  if (kept === null) return null;
  const path = `${apiRoot}/jobs/query/${kept.id}`;
  try {
    const { object, createdDate } = identity.parse(await org.connection.request(path));
    const isSame = object === query.object && Math.abs(Date.parse(createdDate) - kept.createdAt) <= clockSlackMs;
    const rows = isSame ? await untilComplete(org, path, query) : null;
    // Rows that came or went since are to be read: their number tells.
    if (rows !== null && (counted === null || rows === counted)) return { path, object: query.object, rows };
  } catch (error) {
    const isOver = isJobLost(error) || error instanceof UnexpectedAnswerError || error instanceof z.ZodError;
    if (!isOver || error instanceof QueryTooLarge) throw error;
  }
  org.checkpoint?.forget(soql);
  return null;
}

async function finishedJob(org: Org, query: RowQuery): Promise<FinishedJob> {
  for (let job = 1; ; job += 1) {
    const path = `${apiRoot}/jobs/query/${await createJob(org, query)}`;
    try {
      return { path, object: query.object, rows: await untilComplete(org, path, query) };
    } catch (error) {
      if (!isJobLost(error) || job === mostJobs) throw error;
    }
  }
}

/** Deleted by somebody, or of another version of the API. */
function isJobLost(error: unknown): boolean {
  return error instanceof RestError && (error.status === 404 || error.status === 409);
}

async function createJob(org: Org, query: RowQuery): Promise<string> {
  const soql = soqlOf(query);
  const createdAt = org.clock.now();
  const answer = await org.connection.request({
    method: "POST",
    url: `${apiRoot}/jobs/query`,
    body: JSON.stringify({ operation: "query", query: soql }),
    headers: { "content-type": "application/json" },
  });
  const { id } = created.parse(answer);
  org.checkpoint?.note(soql, id, createdAt);
  return id;
}

/** Waits for the job and returns its own count of rows. The job is never deleted: its results may still be looked at. */
async function untilComplete(org: Org, jobPath: string, query: RowQuery): Promise<number> {
  const { pace } = org;
  const deadline = pace.now() + deadlineMs;
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 1.6, slowestPollMs)) {
    const job = jobState.parse(await org.connection.request(jobPath));
    if (job.state === "JobComplete") return countOf(job, query);
    if (job.state === "Failed" || job.state === "Aborted") throw failureOf(job, query);
    if (pace.now() > deadline)
      throw new UnreachableError(
        `The bulk query of ${query.object} is still ${job.state} after two hours (${jobPath})`,
      );
    await pace.sleep(waitMs);
  }
}

function failureOf({ state, errorMessage }: z.infer<typeof jobState>, { object }: RowQuery): UnexpectedAnswerError {
  const reason = errorMessage ?? "no reason given";
  const text = `The bulk query of ${object} ended as ${state}: ${reason}`;
  const isTooLarge = /retried more than|QUERY_TIMEOUT|timed? ?out|running for too long/i.test(reason);
  return state === "Failed" && isTooLarge ? new QueryTooLarge(text) : new UnexpectedAnswerError(text);
}

function countOf(job: z.infer<typeof jobState>, query: RowQuery): number {
  if (job.numberRecordsProcessed === undefined)
    throw new UnexpectedAnswerError(`The bulk query of ${query.object} does not say how many rows it has`);
  return job.numberRecordsProcessed;
}
