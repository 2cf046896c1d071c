import { SalesforceError } from "../salesforceError.ts";
import { compositeBatch } from "./compositeBatch.ts";
import { compositeGraph } from "./compositeGraph.ts";
import { runComposite, type CompositeCall } from "./compositeRun.ts";
import type { ApiRequest, ApiResponse, Route, RouteTable } from "./route.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
const MOST_REQUESTS = 25;

function composite(table: RouteTable, request: ApiRequest): ApiResponse {
  const { compositeRequest: calls = [], allOrNone = false } = (request.body ?? {}) as {
    compositeRequest?: CompositeCall[];
    allOrNone?: boolean;
  };
  if (calls.length > MOST_REQUESTS)
    throw new SalesforceError("LIMIT_EXCEEDED", `the request count should be less than or equal to ${MOST_REQUESTS}`);
  const { answers } = runComposite(table, request, calls, allOrNone);
  return { status: 200, body: { compositeResponse: answers } };
}

/** `/composite…`: several calls in one. */
export function compositeRoutes(table: () => RouteTable): readonly Route[] {
  const list = (request: ApiRequest): ApiResponse => {
    const names = ["batch", "graph", "sobjects", "tree"];
    return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${request.base}/composite/${name}`])) };
  };
  return [
    { method: "GET", path: "/composite", handle: list },
    { method: "POST", path: "/composite", handle: (request) => composite(table(), request) },
    { method: "POST", path: "/composite/batch", handle: (request) => compositeBatch(table(), request) },
    { method: "POST", path: "/composite/graph", handle: (request) => compositeGraph(table(), request) },
  ];
}
