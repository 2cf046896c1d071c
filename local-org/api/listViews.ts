import type { ListView } from "../metadata/listView.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { QueryRecord } from "../soql/decodeRow.ts";
import { printRecord } from "../soql/printRecord.ts";
import { columnsOf, findListView, listViewQuery, listViews, type ListViewColumn } from "./listViewQuery.ts";
import { prepareQuery } from "./queries.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";
import { objectOf } from "./sobjects.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_listviewresults.htm */
const USUAL_LIMIT = 25;
const MOST_ROWS = 2000;

function urlOf(request: ApiRequest, { object, id }: ListView): string {
  return `${request.base}/sobjects/${object}/listviews/${id}`;
}

function summary(request: ApiRequest, view: ListView): Record<string, unknown> {
  const url = urlOf(request, view);
  return {
    describeUrl: `${url}/describe`,
    developerName: view.developerName,
    id: view.id,
    label: view.label,
    resultsUrl: `${url}/results`,
    soqlCompatible: true,
    url,
  };
}

function column(object: ObjectSchema, { path, field }: ListViewColumn): Record<string, unknown> {
  const isSorted = path === object.nameField.name;
  return {
    ascendingLabel: "A-Z",
    descendingLabel: "Z-A",
    fieldNameOrPath: path,
    hidden: false,
    label: field.label,
    selectListItem: path,
    sortDirection: isSorted ? "ascending" : null,
    sortIndex: isSorted ? 0 : null,
    sortable: !(field.type === "textarea" && field.length > 255) && field.type !== "multipicklist",
    type: field.type,
  };
}

function listAll(request: ApiRequest): ApiResponse {
  const object = objectOf(request);
  const views = listViews(request, object);
  return {
    status: 200,
    body: {
      done: true,
      listviews: views.map((view) => summary(request, view)),
      nextRecordsUrl: null,
      size: views.length,
      sobjectType: object.name,
    },
  };
}

function viewOf(request: ApiRequest): { object: ObjectSchema; view: ListView } {
  const object = objectOf(request);
  const view = findListView(request, request.params["id"] ?? "");
  if (!view || view.object.toLowerCase() !== object.name.toLowerCase())
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  return { object, view };
}

function describe(request: ApiRequest): ApiResponse {
  const { object, view } = viewOf(request);
  const order = [object.nameField.name, "Id"].map((fieldNameOrPath) => ({
    fieldNameOrPath,
    nullsPosition: "first",
    sortDirection: "ascending",
  }));
  return {
    status: 200,
    body: {
      columns: columnsOf(request, view).map((item) => column(object, item)),
      id: view.id,
      orderBy: order,
      query: listViewQuery(request, view),
      scope: view.scope === "Mine" ? "mine" : "everything",
      sobjectType: object.name,
    },
  };
}

function valueAt(record: Record<string, unknown>, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name] ?? null, record);
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** Values come as text, whatever their type. */
function cells(request: ApiRequest, columns: readonly ListViewColumn[], record: Record<string, unknown>): unknown {
  return {
    columns: columns.map(({ path }) => {
      const value = valueAt(record, path);
      return { fieldNameOrPath: path, value: textOf(value) };
    }),
  };
}

function countOf(request: ApiRequest, name: string, standard: number): number {
  const text = request.query.get(name) ?? String(standard);
  if (!/^\d+$/.test(text) || Number(text) > MOST_ROWS)
    throw new SalesforceError("INVALID_QUERY_FILTER_OPERATOR", `${name} must be a number of at most ${MOST_ROWS}`);
  return Number(text);
}

function results(request: ApiRequest): ApiResponse {
  const { object, view } = viewOf(request);
  const columns = columnsOf(request, view);
  const limit = `LIMIT ${countOf(request, "limit", USUAL_LIMIT)} OFFSET ${countOf(request, "offset", 0)}`;
  const soql = `${listViewQuery(request, view)} ${limit}`;
  const query = prepareQuery(request.org, request.access, soql, { includeDeleted: false, isBulk: false });
  const plain = (record: QueryRecord): Record<string, unknown> =>
    JSON.parse(
      printRecord(record, query.compiled.shape, { urlOf: (type, id) => `${request.base}/sobjects/${type}/${id}` }),
    ) as Record<string, unknown>;
  const records = query.all().map((record) => cells(request, columns, plain(record)));
  return {
    status: 200,
    body: {
      columns: columns.map((item) => column(object, item)),
      developerName: view.developerName,
      done: true,
      id: view.id,
      label: view.label,
      records,
      size: records.length,
    },
  };
}

/** `/sobjects/X/listviews…`: the package's list views, what they show, and their rows. */
export const listViewRoutes: readonly Route[] = [
  { method: "GET", path: "/sobjects/:object/listviews", handle: listAll },
  {
    method: "GET",
    path: "/sobjects/:object/listviews/:id",
    handle: (request) => ({ status: 200, body: summary(request, viewOf(request).view) }),
  },
  { method: "GET", path: "/sobjects/:object/listviews/:id/describe", handle: describe },
  { method: "GET", path: "/sobjects/:object/listviews/:id/results", handle: results },
];
