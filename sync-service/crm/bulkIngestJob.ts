/** The life of one ingest job: created, filled, closed, waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { CrmError, UnexpectedAnswerError, UnreachableError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import type { WriteRequest } from "./rowWrite.ts";

const uploads = 3;
const deadlineMs = 2 * 60 * 60_000;
const slowestPollMs = 10_000;

const created = z.object({ id: z.string().min(15) });
const jobState = z.object({
  state: z.string(),
  errorMessage: z.string().optional(),
});

/** Runs one job to its end and returns its path; results are read whatever the end was: processed rows stay. */
export async function runIngestJob(org: Org, request: WriteRequest, csv: Buffer): Promise<string> {
  const jobPath = await uploadedJob(org, request, csv);
  await patchState(org, jobPath, "UploadComplete");
  await untilDone(org, jobPath, request.object);
  return jobPath;
}

/** An upload whose answer is lost can't be repeated in the same job: it is given up, and a new one begun. */
async function uploadedJob(org: Org, request: WriteRequest, csv: Buffer): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const jobPath = await createJob(org, request);
    try {
      await org.transport.send({
        method: "PUT",
        path: `${jobPath}/batches`,
        headers: { "content-type": "text/csv" },
        body: csv,
        isRepeatable: false,
      });
      return jobPath;
    } catch (error) {
      await patchState(org, jobPath, "Aborted");
      if (!(error instanceof UnreachableError) || attempt === uploads) throw error;
    }
  }
}

async function createJob(org: Org, { object, keyField }: WriteRequest): Promise<string> {
  const operation =
    keyField === "Id" ? { operation: "update" } : { operation: "upsert", externalIdFieldName: keyField };
  const answer: unknown = await org.connection.request({
    method: "POST",
    url: `${apiRoot}/jobs/ingest`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      object,
      contentType: "CSV",
      lineEnding: "LF",
      ...operation,
    }),
  });
  return `${apiRoot}/jobs/ingest/${created.parse(answer).id}`;
}

/** Closing twice is refused by Salesforce though the first was heard: then the state decides. */
async function patchState(org: Org, jobPath: string, state: "UploadComplete" | "Aborted"): Promise<void> {
  try {
    await org.connection.request({
      method: "PATCH",
      url: jobPath,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state }),
    });
  } catch (error) {
    if (!(error instanceof CrmError) || error.exitCode !== 1) throw error;
    const job = jobState.parse(await org.connection.request(jobPath));
    if (job.state === "Open") throw error;
  }
}

async function untilDone(org: Org, jobPath: string, object: string): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.6, slowestPollMs)) {
    const job = jobState.parse(await org.connection.request(jobPath));
    if (job.state === "JobComplete") return;
    const isOver = job.state === "Failed" || job.state === "Aborted";
    if (isOver && /lock/i.test(job.errorMessage ?? "")) return;
    if (isOver || performance.now() > deadline)
      throw new UnexpectedAnswerError(
        `The bulk write of ${object} ended as ${job.state}: ${job.errorMessage ?? "no reason given"}`,
      );
    await sleep(waitMs);
  }
}
