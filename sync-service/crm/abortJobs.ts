/** Ends the bulk writes that a runner left behind: whoever takes its place comes after its last row, not between. */
import { z } from "zod";
import { RestError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import type { RunRow } from "./runRecord.ts";

/** What this service writes; other integrations' jobs are none of its business. */
const ownObjects = new Set([
  "Account",
  "Deal_Registration__c",
  "Opportunity_Partner__c",
  "Partner_Benefit__c",
  "Partner_Tier_Review__c",
]);
const unfinished = new Set(["Open", "UploadComplete", "InProgress"]);
const longestWaitMs = 10 * 60_000;
/** A heartbeat's stamp and a job's are of two clocks that may differ by a little. */
const slackMs = 30_000;

const job = z.object({
  id: z.string(),
  state: z.string(),
  object: z.string().optional(),
  createdById: z.string(),
  createdDate: z.string().transform((text) => Date.parse(text.replace("+0000", "Z"))),
});
const jobList = z.object({
  done: z.boolean(),
  nextRecordsUrl: z.string().nullish(),
  records: z.array(job),
});

type Job = z.infer<typeof job>;

/**
 * Aborts the unfinished write jobs of a run that lost its lease; returns how many
 * there were. A job is only closed right after a heartbeat, so later ones can't do
 * harm, and may be those of another runner that took over a moment earlier.
 */
export async function abortJobsOf(org: Org, { lastModifiedById, heartbeatAt }: RunRow): Promise<number> {
  const until = (heartbeatAt ?? 0) + slackMs;
  const left = (await ingestJobs(org)).filter(
    ({ state, object, createdById, createdDate }) =>
      unfinished.has(state) && createdById === lastModifiedById && createdDate <= until && ownObjects.has(object ?? ""),
  );
  for (const { id } of left) await abort(org, id);
  return left.length;
}

async function ingestJobs(org: Org): Promise<Job[]> {
  const jobs: Job[] = [];
  let path: string | null = `${apiRoot}/jobs/ingest?jobType=V2Ingest`;
  while (path !== null) {
    const page: z.infer<typeof jobList> = jobList.parse(await org.connection.request(path));
    jobs.push(...page.records);
    path = page.done ? null : (page.nextRecordsUrl ?? null);
  }
  return jobs;
}

/** A job that can't be stopped any more is waited for: its rows come before ours, then. */
async function abort(org: Org, id: string): Promise<void> {
  const url = `${apiRoot}/jobs/ingest/${id}`;
  const body = JSON.stringify({ state: "Aborted" });
  try {
    await org.connection.request({ method: "PATCH", url, body, headers: { "content-type": "application/json" } });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    await untilOver(org, url);
  }
}

async function untilOver(org: Org, url: string): Promise<void> {
  const deadline = org.pace.now() + longestWaitMs;
  for (let waitMs = 100; org.pace.now() < deadline; waitMs = Math.min(waitMs * 2, 10_000)) {
    const { state } = z.object({ state: z.string() }).parse(await org.connection.request(url));
    if (!unfinished.has(state)) return;
    await org.pace.sleep(waitMs);
  }
}
