/** The life of one ingest job: created, filled, closed, waited for. */
import { z } from "zod";
import { ConfigurationError, CrmError, RestError, UnexpectedAnswerError, UnreachableError } from "./errors.ts";
import { renewLease } from "./fencedWrite.ts";
import type { BodyStream } from "./httpExchange.ts";
import { apiRoot, type Org } from "./org.ts";
import { backoffMs } from "./retry.ts";
import type { WriteRequest } from "./rowWrite.ts";

const uploads = 4;
const uploadRetry = { attempts: uploads, baseMs: 1_000, capMs: 60_000 };
const deadlineMs = 2 * 60 * 60_000;
const slowestPollMs = 10_000;

const created = z.object({ id: z.string().min(15) });
const jobState = z.object({
  state: z.string(),
  errorMessage: z.string().optional(),
});

/** Runs one job to its end and returns its path; results are read whatever the end was: processed rows stay. */
export async function runIngestJob(org: Org, request: WriteRequest, csv: BodyStream): Promise<string> {
  const jobPath = await uploadedJob(org, request, csv);
  await closeJob(org, jobPath);
  await untilDone(org, jobPath, request.object);
  return jobPath;
}

/** An upload whose answer is lost can't be repeated in the same job: it is given up, and a new one begun. */
async function uploadedJob(org: Org, request: WriteRequest, csv: BodyStream): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const jobPath = await createJob(org, request);
    try {
      await upload(org, jobPath, csv);
      return jobPath;
    } catch (error) {
      await abandonJob(org, jobPath);
      if (!isUploadLost(error) || attempt === uploads) throw error;
      await org.pace.sleep(backoffMs(uploadRetry, attempt, org.pace));
    }
  }
}

async function upload(org: Org, jobPath: string, csv: BodyStream): Promise<void> {
  await org.transport.send({
    method: "PUT",
    path: `${jobPath}/batches`,
    headers: { "content-type": "text/csv" },
    body: csv,
    isRepeatable: false,
  });
}

/** No answer, or a job that is gone or of another version: nothing of it is at work. */
function isUploadLost(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof RestError && [404, 409].includes(error.status));
}

/**
 * From here on Salesforce works on the rows: the one request by which rows are
 * written by Bulk. Only the holder of the lease closes a job; whoever takes over
 * aborts those still open.
 */
async function closeJob(org: Org, jobPath: string): Promise<void> {
  try {
    if (org.fence) await renewLease(org, org.fence);
  } catch (error) {
    await abandonJob(org, jobPath);
    throw error;
  }
  await patchState(org, jobPath, "UploadComplete");
}

/** A job that is gone needs no end. */
async function abandonJob(org: Org, jobPath: string): Promise<void> {
  try {
    await patchState(org, jobPath, "Aborted");
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
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
  const { pace } = org;
  const deadline = pace.now() + deadlineMs;
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.6, slowestPollMs)) {
    const { state, errorMessage = "no reason given" } = jobState.parse(await org.connection.request(jobPath));
    if (state === "JobComplete") return;
    // What it did stays done; rows it did not get to come back as unprocessed.
    if (state === "Failed") return checkFailure(object, errorMessage);
    if (state === "Aborted")
      throw new UnexpectedAnswerError(`The bulk write of ${object} was aborted by somebody: ${errorMessage}`);
    // The job is left as it is: it may still come to its end, and the next run sees what it wrote.
    if (pace.now() > deadline)
      throw new UnreachableError(`The bulk write of ${object} is still ${state} after two hours (${jobPath})`);
    await pace.sleep(waitMs);
  }
}

/** A column that is not there, or not the user's to write, is refused for every row alike. */
function checkFailure(object: string, errorMessage: string): void {
  if (/InvalidBatch\s*:\s*Field name not found/.test(errorMessage))
    throw new ConfigurationError(
      `The bulk write of ${object} failed: ${errorMessage} (deploy the package, and assign the permission set Partner_Sync_Service to the integration user)`,
    );
}
