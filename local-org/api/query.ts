import { randomBytes } from "node:crypto";
import { SalesforceError } from "../salesforceError.ts";
import { isValidId } from "../records/recordId.ts";
import type { QueryRecord } from "../soql/decodeRow.ts";
import { maskStrings } from "../soql/maskStrings.ts";
import { printRecord } from "../soql/printRecord.ts";
import type { PreparedQuery } from "../soql/runQuery.ts";
import { explainQuery } from "./explain.ts";
import { findListView, listViewQuery } from "./listViewQuery.ts";
import { lookUpQuery, prepareQuery } from "./queries.ts";
import { describeColumns } from "./queryColumns.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** Where a client stands in a result of several pages: the ids of all its rows, and the query that prints them. */
interface Cursor {
  readonly query: PreparedQuery;
  readonly ids: readonly string[];
  readonly userId: string;
}

/** The platform keeps ten cursors a user open and drops the oldest. */
const MOST_CURSORS = 10;

class Cursors {
  readonly #cursors = new Map<string, Cursor>();

  add(cursor: Cursor): string {
    const own = [...this.#cursors].filter(([, known]) => known.userId === cursor.userId);
    if (own.length >= MOST_CURSORS) this.#cursors.delete(own[0]![0]);
    const name = `01g${randomBytes(9).toString("hex").slice(0, 15)}`;
    this.#cursors.set(name, cursor);
    return name;
  }

  get(name: string, userId: string): Cursor {
    const cursor = this.#cursors.get(name);
    if (!cursor || cursor.userId !== userId)
      throw new SalesforceError("INVALID_QUERY_LOCATOR", "invalid query locator");
    return cursor;
  }
}

interface Page {
  readonly records: readonly QueryRecord[];
  readonly totalSize: number;
  readonly next: string | null;
}

function printPage(request: ApiRequest, query: PreparedQuery, { records, totalSize, next }: Page): ApiResponse {
  const urlOf = (type: string, id: string): string => `${request.base}/sobjects/${type}/${id}`;
  const printed = records.map((record) => printRecord(record, query.compiled.shape, { urlOf })).join(",");
  const more = next === null ? "" : `"nextRecordsUrl":${JSON.stringify(`${request.base}/query/${next}`)},`;
  return { status: 200, json: `{"totalSize":${totalSize},"done":${next === null},${more}"records":[${printed}]}` };
}

function pageSizeOf(request: ApiRequest, most: number): number {
  const asked = /batchSize=(\d+)/.exec(String(request.headers["sforce-query-options"] ?? ""))?.[1];
  return asked === undefined ? most : Math.min(most, Math.max(200, Number(asked)));
}

/** `FOR VIEW`: the records count as viewed by the user. */
function asksForView(soql: string): boolean {
  return /\bFOR\s+VIEW\b/i.test(maskStrings(soql).text);
}

/** A query's text, or the id of a list view whose query is meant. */
function queryToExplain(request: ApiRequest, explained: string): string {
  const view = isValidId(explained) ? findListView(request, explained) : null;
  return view ? listViewQuery(request, view) : explained;
}

function firstPage(request: ApiRequest, cursors: Cursors, most: number, includeDeleted: boolean): ApiResponse {
  const explained = request.query.get("explain");
  if (explained !== null) return explainQuery(request, queryToExplain(request, explained));
  const soql = request.query.get("q");
  if (soql === null) throw new SalesforceError("MALFORMED_QUERY", "a query must be specified in the q parameter");
  if (request.query.get("columns") === "true")
    return { status: 200, body: describeColumns(lookUpQuery(request.org, request.access, soql), request.org.schema) };
  const query = prepareQuery(request.org, request.access, soql, { includeDeleted, isBulk: false });
  if (query.compiled.isCount) return printPage(request, query, { records: [], totalSize: query.count(), next: null });
  if (asksForView(soql))
    request.org.recentlyViewed.note(request.access.userId, query.compiled.object.name, query.ids());
  const size = pageSizeOf(request, most);
  if (query.compiled.isAggregate || query.count() <= size) {
    const records = query.all();
    return printPage(request, query, { records, totalSize: records.length, next: null });
  }
  const ids = query.ids();
  const name = cursors.add({ query, ids, userId: request.access.userId });
  return printPage(request, query, {
    records: query.page(ids.slice(0, size)),
    totalSize: ids.length,
    next: `${name}-${size}`,
  });
}

function nextPage(request: ApiRequest, cursors: Cursors, most: number): ApiResponse {
  const [name = "", start = ""] = (request.params["locator"] ?? "").split("-");
  const { query, ids } = cursors.get(name, request.access.userId);
  const first = Number(start);
  if (!Number.isInteger(first) || first <= 0 || first >= ids.length)
    throw new SalesforceError("INVALID_QUERY_LOCATOR", "invalid query locator");
  const end = first + pageSizeOf(request, most);
  return printPage(request, query, {
    records: query.page(ids.slice(first, end)),
    totalSize: ids.length,
    next: end < ids.length ? `${name}-${end}` : null,
  });
}

/** `/query` and `/queryAll`, with `nextRecordsUrl` beyond a page. */
export function queryRoutes(pageSize: number): readonly Route[] {
  const cursors = new Cursors();
  const next = (request: ApiRequest): ApiResponse => nextPage(request, cursors, pageSize);
  return [
    { method: "GET", path: "/query", handle: (request) => firstPage(request, cursors, pageSize, false) },
    { method: "GET", path: "/queryAll", handle: (request) => firstPage(request, cursors, pageSize, true) },
    { method: "GET", path: "/query/:locator", handle: next },
    { method: "GET", path: "/queryAll/:locator", handle: next },
  ];
}
