import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, RouteTable } from "./route.ts";
import { performSubcall, refusedSubcall, type Subcall } from "./subrequest.ts";

export interface CompositeCall {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

export interface CompositeAnswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

type Answers = ReadonlyMap<string, CompositeAnswer>;

/** Undoes all calls; carries the answer of the one that failed. */
class Rollback extends Error {
  readonly failed: CompositeAnswer;

  constructor(failed: CompositeAnswer) {
    super("composite rolled back");
    this.failed = failed;
  }
}

/** A reference such as `@{lease.id}` to a call that has already answered. Throws where that one failed. */
function lookUp(path: string, answers: Answers): string {
  const [reference = "", ...steps] = path.replace(/\[(\d+)\]/g, ".$1").split(".");
  const answer = answers.get(reference);
  const value =
    answer && answer.httpStatusCode < 400
      ? steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], answer.body)
      : undefined;
  if (value === undefined)
    throw new SalesforceError(
      "PROCESSING_HALTED",
      `Invalid reference specified. No value for ${path} found in ${reference}`,
    );
  return JSON.isRawJSON(value) ? value.rawJSON : typeof value === "string" ? value : JSON.stringify(value);
}

function substitute<T>(value: T, answers: Answers): T {
  if (value === undefined) return value;
  const text = JSON.stringify(value).replace(/@\{([^}]+)\}/g, (_all, path: string) =>
    JSON.stringify(lookUp(path, answers)).slice(1, -1),
  );
  return JSON.parse(text) as T;
}

const COLLECTION = /\/composite\/sobjects(?:[/?]|$)/i;

/**
 * Where the whole is all or none, its collections are too, whatever they say themselves:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-allornone.html
 */
function allOrNoneInside(call: Subcall): Subcall {
  if (!COLLECTION.test(call.url)) return call;
  const body = call.body === undefined ? undefined : { ...(call.body as object), allOrNone: true };
  const url = new URL(call.url, "http://local");
  url.searchParams.set("allOrNone", "true");
  return { ...call, url: url.pathname + url.search, body };
}

function perform(
  table: RouteTable,
  request: ApiRequest,
  sub: CompositeCall,
  answers: Answers,
  isAllOrNone: boolean,
): CompositeAnswer {
  const { referenceId, method, httpHeaders: headers = {} } = sub;
  let answer;
  try {
    const call = { ...substitute({ url: sub.url, body: sub.body }, answers), method, headers };
    answer = performSubcall(table, request, isAllOrNone ? allOrNoneInside(call) : call);
  } catch (error) {
    answer = refusedSubcall(error);
  }
  const { status, body = null, headers: httpHeaders = {} } = answer;
  return { body, httpHeaders, httpStatusCode: status, referenceId };
}

/** A call fails by its status; a collection that was rolled back says so in its body alone. */
function hasFailed({ url }: CompositeCall, { body, httpStatusCode }: CompositeAnswer): boolean {
  const isRolledBack = (item: unknown): boolean => (item as { success?: boolean } | null)?.success === false;
  return httpStatusCode >= 400 || (COLLECTION.test(url) && Array.isArray(body) && body.some(isRolledBack));
}

function runEach(
  table: RouteTable,
  request: ApiRequest,
  calls: readonly CompositeCall[],
  isAllOrNone: boolean,
): CompositeAnswer[] {
  const answers = new Map<string, CompositeAnswer>();
  for (const call of calls) {
    const answer = perform(table, request, call, answers, isAllOrNone);
    answers.set(call.referenceId, answer);
    if (isAllOrNone && hasFailed(call, answer)) throw new Rollback(answer);
  }
  return [...answers.values()];
}

export const HALTED = {
  errorCode: "PROCESSING_HALTED",
  message: "The transaction was rolled back since another operation in the same transaction failed.",
};

/** The answer of a call that was undone, or never made, because another one failed. */
export function haltedAnswer({ referenceId }: CompositeCall): CompositeAnswer {
  return { body: [HALTED], httpHeaders: {}, httpStatusCode: 400, referenceId };
}

/** Runs calls one after the other in one transaction, each able to use what an earlier one answered. */
export function runComposite(
  table: RouteTable,
  request: ApiRequest,
  calls: readonly CompositeCall[],
  isAllOrNone: boolean,
): { readonly answers: readonly CompositeAnswer[]; readonly isRolledBack: boolean } {
  try {
    const answers = request.org.store.transact(() => runEach(table, request, calls, isAllOrNone));
    return { answers, isRolledBack: false };
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
    const { failed } = error;
    const answers = calls.map((call) => (call.referenceId === failed.referenceId ? failed : haltedAnswer(call)));
    return { answers, isRolledBack: true };
  }
}
