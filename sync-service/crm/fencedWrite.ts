/**
 * Writes that the lease fences: one composite request renews the lease under its
 * number first, and the write refers to that answer. Where the validation rule
 * Lease_Never_Goes_Down refuses an old number there is nothing to refer to, and
 * the org halts the write: a runner that slept through its lease writes nothing,
 * whenever it wakes up.
 * The request as a whole is not all-or-none: that would override the collection's
 * own, and one bad row would undo 199 good ones.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-allornone.html
 */
import { z } from "zod";
import { answerFault } from "./answerFault.ts";
import { LeaseLostError, TransientError, UnexpectedAnswerError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";
import { withRetry } from "./retry.ts";
import { isWorthRetrying } from "./rowAdvice.ts";

/** The lease that a run holds: the record of its own, and the number that it took it under. */
export interface Fence {
  readonly runId: string;
  readonly leaseNumber: number;
  /** Aborted: whatever still tries to write is too late. */
  readonly signal?: AbortSignal | undefined;
}

export interface FencedWrite {
  readonly method: "PATCH" | "POST";
  readonly path: string;
  /** JSON; amounts digit by digit. */
  readonly body: string;
  /** Goes through although the allowance is nearly used up. */
  readonly isExempt?: boolean;
}

const compositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: z.string(), httpStatusCode: z.number().int(), body: z.unknown() }),
  ),
});
const saveResult = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ statusCode: z.string(), message: z.string() })).default([]),
});

/** A part that passed by the platform's own hiccup comes back by itself; tried again like any call. */
const partRetry = { attempts: 6, baseMs: 200, capMs: 10_000 };

/** Sends one write; behind the fence where the org is written under a lease. Returns the answer's body. */
export async function sendWrite(org: Org, write: FencedWrite): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const { fence, pace } = org;
  fence?.signal?.throwIfAborted();
  const what = `${write.method} ${write.path}`;
  if (fence) return withRetry({ policy: partRetry, pace, what }, () => sendOnce(org, fence, write));
  const answer = await org.transport.send({ ...write, headers });
  return answer.text === "" ? null : JSON.parse(answer.text);
}

/** Renews the lease and nothing else. @throws LeaseLostError where another runner has it by now. */
export async function renewLease(org: Org, fence: Fence): Promise<void> {
  fence.signal?.throwIfAborted();
  const [record] = leaseRecords(org, fence);
  const { attributes: _, id, ...values } = record;
  try {
    await org.transport.send({
      method: "PATCH",
      path: `${apiRoot}/sobjects/Partner_Sync_Run__c/${id}`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(values),
      isExempt: true,
    });
  } catch (error) {
    throw isRefusal(error) ? new LeaseLostError(error.message) : error;
  }
}

async function sendOnce(org: Org, fence: Fence, write: FencedWrite): Promise<unknown> {
  const answer = await org.transport.send({
    method: "POST",
    path: `${apiRoot}/composite`,
    headers: { "content-type": "application/json" },
    body: bodyOf(leaseRecords(org, fence), write),
    isExempt: write.isExempt ?? false,
  });
  const parsed = compositeAnswer.safeParse(JSON.parse(answer.text));
  const parts = new Map(parsed.data?.compositeResponse.map((part) => [part.referenceId, part]));
  const lease = parts.get("lease");
  const rows = parts.get("rows");
  if (!lease || !rows) throw new UnexpectedAnswerError("The answer to a fenced write lacks a part");
  checkLease(lease.httpStatusCode, lease.body);
  if (rows.httpStatusCode >= 400) throw answerFault(rows.httpStatusCode, {}, JSON.stringify(rows.body));
  return rows.body;
}

function leaseRecords(org: Org, { runId, leaseNumber }: Fence) {
  return [
    {
      attributes: { type: "Partner_Sync_Run__c" },
      id: runId,
      Lease_Number__c: leaseNumber,
      Heartbeat_At__c: org.clock.stamp(),
    },
  ] as const;
}

/**
 * As a collection of one, the renewal answers with an id only where it was saved.
 * The reference stands in a parameter that the platform does not read: no field of
 * the rows has room for it.
 */
function bodyOf(records: readonly object[], { method, path, body }: FencedWrite): string {
  const lease = {
    method: "PATCH",
    url: `${apiRoot}/composite/sobjects`,
    referenceId: "lease",
    body: { allOrNone: false, records },
  };
  const rows = JSON.stringify({ method, url: `${path}?lease=@{lease[0].id}`, referenceId: "rows" });
  return `{"allOrNone":false,"compositeRequest":[${JSON.stringify(lease)},${rows.slice(0, -1)},"body":${body}}]}`;
}

function checkLease(status: number, body: unknown): void {
  if (status >= 400) throw answerFault(status, {}, JSON.stringify(body));
  const result = z.array(saveResult).length(1).safeParse(body).data?.[0];
  if (!result) throw new UnexpectedAnswerError("The answer to a fenced write does not tell of the lease");
  if (result.success) return;
  const { statusCode = "UNKNOWN", message = "no reason given" } = result.errors[0] ?? {};
  if (isWorthRetrying(statusCode)) throw new TransientError(`${statusCode}: ${message}`);
  throw new LeaseLostError(`${statusCode}: ${message}`);
}

function isRefusal(error: unknown): error is Error {
  const code = (error as { code?: string }).code;
  return code === "FIELD_CUSTOM_VALIDATION_EXCEPTION" || code === "ENTITY_IS_DELETED" || code === "NOT_FOUND";
}
