import { SalesforceError } from "../salesforceError.ts";
import { printRecord } from "../soql/printRecord.ts";
import { parseSosl, type Search, type SearchGroup, type SearchTarget } from "../sosl/parseSosl.ts";
import { findIds, isSearchable, MOST_FOUND } from "../sosl/runSearch.ts";
import { plainSearchTerm } from "../sosl/searchTerm.ts";
import { malformedSearch } from "../sosl/searchError.ts";
import { prepareQuery } from "./queries.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** From this version on the records stand in an object, before that in a bare list. */
const WRAPPED_SINCE = 37;

function everything({ org, access }: ApiRequest): SearchTarget[] {
  const objects = [...org.schema.objects.values()].filter(
    (object) => isSearchable(object) && access.can("read", object),
  );
  return objects.map(({ name }) => ({ object: name, fields: "Id", where: null, tail: "" }));
}

/** Records of one object, printed; the database does the rest of what RETURNING says. */
function foundIn(request: ApiRequest, search: Search, target: SearchTarget): string[] {
  const { org, access, base } = request;
  const object = org.schema.objects.get(target.object.toLowerCase());
  if (!object || !access.can("read", object))
    throw new SalesforceError("INVALID_TYPE", `sObject type '${target.object}' is not supported.`);
  if (!isSearchable(object)) throw malformedSearch(`entity ${object.name} is not searchable`);
  const ids = findIds(org, access, object, search).map((id) => `'${id}'`);
  const where = target.where === null ? "" : `(${target.where}) AND `;
  // An id that no record has keeps the query whole, so that its faults show even where nothing was found.
  const among = ids.length > 0 ? ids.join(",") : `'${object.keyPrefix}000000000000AAA'`;
  const soql = `SELECT ${target.fields} FROM ${object.name} WHERE ${where}Id IN (${among}) ${target.tail}`;
  const query = prepareQuery(org, access, soql, { includeDeleted: false, isBulk: false });
  const urlOf = (type: string, id: string): string => `${base}/sobjects/${type}/${id}`;
  return query.all().map((record) => printRecord(record, query.compiled.shape, { urlOf }));
}

function answer(request: ApiRequest, search: Search): ApiResponse {
  const targets = search.targets ?? everything(request);
  const records = targets.flatMap((target) => foundIn(request, search, target));
  const list = `[${records.slice(0, Math.min(search.limit ?? MOST_FOUND, MOST_FOUND)).join(",")}]`;
  const isWrapped = Number(/v(\d+)/.exec(request.base)?.[1]) >= WRAPPED_SINCE;
  return { status: 200, json: isWrapped ? `{"searchRecords":${list}}` : list };
}

function search(request: ApiRequest): ApiResponse {
  const sosl = request.query.get("q");
  if (sosl === null) throw malformedSearch("a search must be specified in the q parameter");
  return answer(request, parseSosl(sosl));
}

interface Parameters {
  readonly q?: string;
  readonly in?: string;
  readonly fields?: readonly string[];
  readonly sobjects?: readonly { name: string; fields?: readonly string[]; where?: string; limit?: number | string }[];
  readonly overallLimit?: number | string;
  readonly defaultLimit?: number | string;
}

function listOf(text: string | null): string[] | undefined {
  return text === null ? undefined : text.split(",").map((name) => name.trim());
}

/** The parameters of a GET: `sobject=Account&Account.fields=Id,Name&Account.limit=10`. */
function parametersOf(query: URLSearchParams): Parameters {
  const sobjects = query.getAll("sobject").map((name) => ({
    name,
    fields: listOf(query.get(`${name}.fields`)),
    where: query.get(`${name}.where`) ?? undefined,
    limit: query.get(`${name}.limit`) ?? undefined,
  }));
  const { q, overallLimit, defaultLimit } = Object.fromEntries(query);
  const given = {
    q,
    in: query.get("in") ?? undefined,
    fields: listOf(query.get("fields")),
    overallLimit,
    defaultLimit,
  };
  return JSON.parse(JSON.stringify({ ...given, ...(sobjects.length > 0 ? { sobjects } : {}) })) as Parameters;
}

function groupOf(text = "ALL"): SearchGroup {
  const group = text.toUpperCase();
  if (group === "ALL" || group === "NAME" || group === "EMAIL" || group === "PHONE" || group === "SIDEBAR")
    return group;
  throw new SalesforceError("INVALID_SEARCH_SCOPE", `in must be ALL, NAME, EMAIL, PHONE or SIDEBAR, not ${text}`);
}

function limitOf(limit: number | string | undefined): string {
  if (limit === undefined) return "";
  if (!/^\d+$/.test(String(limit))) throw malformedSearch(`limit must be a number, not ${limit}`);
  return `LIMIT ${limit}`;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized.htm */
function parameterizedSearch(request: ApiRequest, given: Parameters): ApiResponse {
  if (given.q === undefined || given.q === "") throw malformedSearch("q, the search term, is required");
  const targets = given.sobjects?.map(({ name, fields = given.fields ?? ["Id"], where = null, limit }) => ({
    object: name,
    fields: fields.join(", "),
    where,
    tail: limitOf(limit ?? given.defaultLimit),
  }));
  const overall = given.overallLimit === undefined ? null : Number(given.overallLimit);
  return answer(request, {
    term: plainSearchTerm(given.q),
    group: groupOf(given.in),
    targets: targets ?? null,
    limit: overall,
  });
}

/** `/search` and `/parameterizedSearch`: words in records, as SOSL and as parameters. */
export const searchRoutes: readonly Route[] = [
  { method: "GET", path: "/search", handle: search },
  { method: "GET", path: "/parameterizedSearch", handle: (r) => parameterizedSearch(r, parametersOf(r.query)) },
  { method: "POST", path: "/parameterizedSearch", handle: (r) => parameterizedSearch(r, r.body ?? {}) },
];
