import type { Field } from "../metadata/schema.ts";
import type { PreparedQuery } from "../soql/runQuery.ts";
import { prepareQuery } from "./queries.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "./route.ts";

interface Plan {
  readonly cardinality: number;
  readonly fields: readonly string[];
  readonly leadingOperationType: "Index" | "TableScan";
  readonly notes: readonly unknown[];
  readonly relativeCost: number;
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
}

function rowsOf(request: ApiRequest, object: string): number {
  const row = request.org.store.db.prepare(`SELECT count(*) AS n FROM "${object}" WHERE "IsDeleted" = 0`).get();
  return Number(row?.["n"] ?? 0);
}

/** Fields whose index SQLite takes for the object that the query reads. */
function indexedFields(request: ApiRequest, query: PreparedQuery): Field[] {
  const { object } = query.compiled;
  const names = query.plan().flatMap((step) => {
    const index = /^SEARCH .* USING (?:COVERING )?INDEX (\S+)/.exec(step)?.[1];
    if (index !== undefined)
      return index.startsWith(`${object.name}.`) ? [index.slice(object.name.length + 1)] : ["Id"];
    return [];
  });
  return [...new Set(names)].flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
}

/**
 * How a query would be run: over an index where there is one that serves, else over the whole table.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query_explain.htm
 */
export function explainQuery(request: ApiRequest, soql: string): ApiResponse {
  const query = prepareQuery(request.org, request.access, soql, { includeDeleted: false, isBulk: false });
  const { object } = query.compiled;
  if (!object.fields.has("isdeleted"))
    throw new SalesforceError("INVALID_QUERY_FILTER_OPERATOR", `((explain of ${object.name} is not supported))`);
  const sobjectCardinality = rowsOf(request, object.name);
  const cardinality = query.compiled.isCount ? sobjectCardinality : query.count();
  const fields = indexedFields(request, query).map(({ name }) => name);
  const scan: Plan = {
    cardinality,
    fields: [],
    leadingOperationType: "TableScan",
    notes: [],
    // The platform calls a plan selective below 1; a whole table is beyond it.
    relativeCost: 1 + cardinality / Math.max(1, sobjectCardinality),
    sobjectCardinality,
    sobjectType: object.name,
  };
  const index: Plan = {
    ...scan,
    fields,
    leadingOperationType: "Index",
    relativeCost: cardinality / Math.max(1, sobjectCardinality),
  };
  return { status: 200, body: { plans: fields.length > 0 ? [index, scan] : [scan], sourceQuery: soql } };
}
