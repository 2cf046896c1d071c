import { SalesforceError } from "../salesforceError.ts";
import { errorBodies, toSalesforceError } from "./apiError.ts";
import type { ApiRequest, ApiResponse, Route, RouteTable } from "./route.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
const MOST_REQUESTS = 25;

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

interface Subresponse {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

class CompositeRollback extends Error {
  readonly responses: readonly Subresponse[];

  constructor(responses: readonly Subresponse[]) {
    super("composite rolled back");
    this.responses = responses;
  }
}

/** A reference such as `@{lease.id}` to a call that has already answered. Throws where that one failed. */
function lookUp(path: string, answers: ReadonlyMap<string, Subresponse>): string {
  const [reference = "", ...steps] = path.replace(/\[(\d+)\]/g, ".$1").split(".");
  const answer = answers.get(reference);
  if (!answer || answer.httpStatusCode >= 400)
    throw new SalesforceError(
      "PROCESSING_HALTED",
      `Invalid reference specified. No value for ${path} found in ${reference}`,
    );
  const value = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], answer.body);
  if (value === undefined)
    throw new SalesforceError(
      "PROCESSING_HALTED",
      `Invalid reference specified. No value for ${path} found in ${reference}`,
    );
  return JSON.isRawJSON(value) ? value.rawJSON : typeof value === "string" ? value : JSON.stringify(value);
}

/** Parses JSON so that printing it again gives every digit back. */
function keepDigits(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown, context: { source?: string }) =>
    typeof value === "number" ? JSON.rawJSON(context.source ?? String(value)) : value,
  );
}

function substitute<T>(value: T, answers: ReadonlyMap<string, Subresponse>): T {
  if (value === undefined) return value;
  const text = JSON.stringify(value).replace(/@\{([^}]+)\}/g, (_all, path: string) =>
    JSON.stringify(lookUp(path, answers)).slice(1, -1),
  );
  return JSON.parse(text) as T;
}

function refuse(referenceId: string, error: unknown): Subresponse {
  const fault = toSalesforceError(error);
  return { body: errorBodies(fault), httpHeaders: {}, httpStatusCode: fault.status, referenceId };
}

function perform(
  table: RouteTable,
  request: ApiRequest,
  sub: Subrequest,
  answers: ReadonlyMap<string, Subresponse>,
): Subresponse {
  try {
    const { url, body } = substitute({ url: sub.url, body: sub.body }, answers);
    const { pathname, searchParams } = new URL(url, "http://local");
    const path = /^\/services\/data\/v\d+\.\d+(\/.*)$/.exec(pathname)?.[1];
    if (path === undefined)
      throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    const answer = table.dispatch(path, {
      ...request,
      method: sub.method.toUpperCase(),
      query: searchParams,
      headers: lowerCased(sub.httpHeaders),
      body: body ?? null,
    });
    const parsed = answer.json === undefined ? (answer.body ?? null) : keepDigits(answer.json);
    return {
      body: parsed,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId: sub.referenceId,
    };
  } catch (error) {
    return refuse(sub.referenceId, error);
  }
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function runAll(
  table: RouteTable,
  request: ApiRequest,
  subrequests: readonly Subrequest[],
  allOrNone: boolean,
): readonly Subresponse[] {
  const answers = new Map<string, Subresponse>();
  for (const sub of subrequests) {
    answers.set(sub.referenceId, perform(table, request, sub, answers));
    if (allOrNone && answers.get(sub.referenceId)!.httpStatusCode >= 400)
      throw new CompositeRollback([...answers.values()]);
  }
  return [...answers.values()];
}

const HALTED = {
  errorCode: "PROCESSING_HALTED",
  message: "The transaction was rolled back since another operation in the same transaction failed.",
};

function composite(table: RouteTable, request: ApiRequest): ApiResponse {
  const { compositeRequest: subrequests = [], allOrNone = false } = (request.body ?? {}) as {
    compositeRequest?: Subrequest[];
    allOrNone?: boolean;
  };
  if (subrequests.length > MOST_REQUESTS)
    throw new SalesforceError("LIMIT_EXCEEDED", `the request count should be less than or equal to ${MOST_REQUESTS}`);
  try {
    return {
      status: 200,
      body: { compositeResponse: request.org.store.transact(() => runAll(table, request, subrequests, allOrNone)) },
    };
  } catch (error) {
    if (!(error instanceof CompositeRollback)) throw error;
    const failed = error.responses.at(-1)!;
    const compositeResponse = subrequests.map(({ referenceId }) =>
      referenceId === failed.referenceId
        ? failed
        : { body: [HALTED], httpHeaders: {}, httpStatusCode: 400, referenceId },
    );
    return { status: 200, body: { compositeResponse } };
  }
}

/** `/composite`: up to 25 calls in one, each able to use what an earlier one answered. */
export function compositeRoutes(table: () => RouteTable): readonly Route[] {
  return [{ method: "POST", path: "/composite", handle: (request) => composite(table(), request) }];
}
