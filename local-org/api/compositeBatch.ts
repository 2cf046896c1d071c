import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, ApiResponse, RouteTable } from "./route.ts";
import { performSubcall } from "./subrequest.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm */
const MOST_REQUESTS = 25;

interface BatchCall {
  readonly method: string;
  /** Below `/services/data/`, with the version in front. */
  readonly url: string;
  readonly richInput?: unknown;
}

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
}

const HALTED: BatchResult = {
  statusCode: 412,
  result: [
    {
      errorCode: "BATCH_PROCESSING_HALTED",
      message: "Batch processing halted per request option. An error occurred earlier in the batch.",
    },
  ],
};

function addressOf(url: string): string {
  return url.startsWith("/services/data/") ? url : `/services/data/${url.replace(/^\//, "")}`;
}

/** Calls that have nothing to do with one another: each stands or fails by itself. */
export function compositeBatch(table: RouteTable, request: ApiRequest): ApiResponse {
  const { batchRequests, haltOnError = false } = (request.body ?? {}) as {
    batchRequests?: BatchCall[];
    haltOnError?: boolean;
  };
  if (!Array.isArray(batchRequests))
    throw new SalesforceError("JSON_PARSER_ERROR", "The batchRequests list is required");
  if (batchRequests.length > MOST_REQUESTS)
    throw new SalesforceError("LIMIT_EXCEEDED", `the request count should be less than or equal to ${MOST_REQUESTS}`);
  let hasErrors = false;
  const results = batchRequests.map(({ method, url, richInput }): BatchResult => {
    if (hasErrors && haltOnError) return HALTED;
    const { status, body = null } = performSubcall(table, request, { method, url: addressOf(url), body: richInput });
    hasErrors ||= status >= 400;
    return { statusCode: status, result: body };
  });
  return { status: 200, body: { hasErrors, results } };
}
