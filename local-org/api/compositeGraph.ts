import { SalesforceError } from "../salesforceError.ts";
import { type CompositeCall, haltedAnswer, runComposite } from "./compositeRun.ts";
import type { ApiRequest, ApiResponse, RouteTable } from "./route.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph_limits.htm */
const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const MOST_FAILURES = 14;

interface Graph {
  readonly graphId: string;
  readonly compositeRequest: readonly CompositeCall[];
}

/** Records by id or external id, and nothing else. */
const NODE = /^\/services\/data\/v\d+\.\d+\/sobjects\/\w+(?:\/[^/?]+){0,2}\/?(?:\?.*)?$/;

function graphsOf(body: unknown): readonly Graph[] {
  const { graphs } = (body ?? {}) as { graphs?: Graph[] };
  if (!Array.isArray(graphs)) throw new SalesforceError("JSON_PARSER_ERROR", "The graphs list is required");
  const nodes = graphs.flatMap(({ compositeRequest }) => compositeRequest);
  if (graphs.length > MOST_GRAPHS || nodes.length > MOST_NODES)
    throw new SalesforceError(
      "LIMIT_EXCEEDED",
      `A request has at most ${MOST_GRAPHS} graphs and ${MOST_NODES} nodes, not ${graphs.length} and ${nodes.length}`,
    );
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length)
    throw new SalesforceError("INVALID_INPUT", "Each graph needs a graphId of its own");
  const stranger = nodes.find(({ url }) => !NODE.test(url));
  if (stranger)
    throw new SalesforceError("INVALID_INPUT", `The URL ${stranger.url} is not supported in a composite graph`);
  return graphs;
}

/** Graphs of records: all of a graph or none of it, whatever becomes of the others. */
export function compositeGraph(table: RouteTable, request: ApiRequest): ApiResponse {
  let failures = 0;
  const graphs = graphsOf(request.body).map(({ graphId, compositeRequest }) => {
    const isHalted = failures > MOST_FAILURES;
    const { answers, isRolledBack } = isHalted
      ? { answers: compositeRequest.map(haltedAnswer), isRolledBack: true }
      : runComposite(table, request, compositeRequest, true);
    if (isRolledBack) failures += 1;
    return { graphId, graphResponse: { compositeResponse: answers }, isSuccessful: !isRolledBack };
  });
  return { status: 200, body: { graphs } };
}
