import { FilterBuilder } from "../../graphql/buildFilter.ts";
import { pathOf, prepareTree } from "../../graphql/prepareTree.ts";
import { childOf } from "../../metadata/readXml.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import type { Condition } from "../../soql/ast.ts";
import { findIds } from "../../sosl/runSearch.ts";
import { readSearchTerm, type SearchTerm } from "../../sosl/searchTerm.ts";
import { notSupported, SalesforceError } from "../../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { nameTree } from "./fieldTree.ts";
import { uiRecord } from "./recordRepresentation.ts";
import { wholeNumber } from "./relatedListParameters.ts";
import { UiReader } from "./uiReader.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_lookup_get.htm */
const DEFAULT_PAGE = 25;
const MOST_A_PAGE = 2000;
const SHORTEST = 2;

type SearchType = "Recent" | "Search" | "TypeAhead";

interface Question {
  readonly searchType: SearchType;
  readonly q: string;
  /** From 1 on. */
  readonly page: number;
  readonly pageSize: number;
}

function illegal(message: string): SalesforceError {
  return new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", message);
}

function questionOf({ query }: ApiRequest): Question {
  const given = query.get("searchType") ?? "Recent";
  const searchType = (["Recent", "Search", "TypeAhead"] as const).find((type) => type === given);
  if (!searchType) throw illegal(`searchType must be Recent, Search or TypeAhead, not ${given}`);
  const q = (query.get("q") ?? "").trim();
  if (searchType !== "Recent" && q.length < SHORTEST)
    throw illegal(`q must have at least ${SHORTEST} characters to search by ${searchType}`);
  if (query.has("dependentFieldBindings")) throw notSupported("dependentFieldBindings of lookups");
  return {
    searchType,
    q,
    page: wholeNumber("page", query.get("page"), 1, [1, MOST_A_PAGE]),
    pageSize: wholeNumber("pageSize", query.get("pageSize"), DEFAULT_PAGE, [1, MOST_A_PAGE]),
  };
}

/** The reference of the path. Throws INVALID_FIELD, or says that its filter is left out. */
function lookupField(reader: UiReader, object: ObjectSchema, name: string): Field {
  const field = reader.field(object, name);
  if (!field?.reference || field.reference.kind === "metadata")
    throw new SalesforceError("INVALID_FIELD", `The field '${name}' is not a lookup of '${object.name}'`);
  const fullName = `${object.name}.${field.name}`;
  const source = reader.org.components.find((each) => each.type === "CustomField" && each.fullName === fullName);
  if (source && childOf(source.element, "lookupFilter")) throw notSupported(`the lookup filter of ${fullName}`);
  return field;
}

/** The objects that the field may lead to, or the one of them that is asked for. */
function targetsOf(reader: UiReader, { reference }: Field, wanted: string | undefined): ObjectSchema[] {
  const targets = reference!.to
    .map((name) => reader.org.schema.objects.get(name.toLowerCase()))
    .filter((target) => target !== undefined && reader.serves(target)) as ObjectSchema[];
  if (wanted === undefined) return targets;
  const target = targets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (target) return [target];
  throw new SalesforceError("INVALID_TYPE", `${wanted} is not a target of the lookup`);
}

/** Words in a row, of which the last may go on. */
function beginningWith(text: string): SearchTerm {
  return readSearchTerm(`"${text.replaceAll(/["\\*?]/g, " ").trim()}*"`);
}

function conditionOf(reader: UiReader, target: ObjectSchema, { searchType, q }: Question): Condition | null {
  const { org, access } = reader;
  if (searchType === "TypeAhead") {
    const like = `${q.replace(/[\\%_]/g, "\\$&")}%`;
    return new FilterBuilder(reader).build(target, { [target.nameField.name]: { like } });
  }
  const ids =
    searchType === "Recent"
      ? org.recentlyViewed.of(access.userId).flatMap(({ object, id }) => (object === target.name ? [id] : []))
      : findIds(org, access, target, { term: beginningWith(q), group: "ALL" });
  return new FilterBuilder(reader).build(target, {
    Id: { in: ids.length > 0 ? ids : [`${target.keyPrefix}000000000000`] },
  });
}

/** One page of records, and whether there is another. */
function suggestions(request: ApiRequest, reader: UiReader, target: ObjectSchema, question: Question) {
  const { page, pageSize, searchType } = question;
  const ids = prepareTree(reader.org, reader.access, {
    from: target.name,
    select: ["Id"],
    where: conditionOf(reader, target, question),
    orderBy: [target.nameField.name, "Id"].map((name) => ({
      operand: pathOf(name),
      isDescending: false,
      nulls: null,
    })),
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  }).ids();
  const tree = nameTree(reader, target);
  const records = ids.slice(0, pageSize).map((id) => {
    const record = uiRecord(reader, tree, reader.record(target, id));
    const DisambiguationField = { displayValue: null, value: null };
    return { ...record, fields: { DisambiguationField, ...record.fields } };
  });
  const { object = "", field = "" } = request.params;
  const urlOf = (number: number): string => {
    const parameters = new URLSearchParams({ ...Object.fromEntries(request.query), searchType });
    parameters.set("page", String(number));
    parameters.set("pageSize", String(pageSize));
    return `${request.base}/ui-api/lookups/${object}/${field}/${target.name}?${parameters.toString()}`;
  };
  const token = (number: number, isThere: boolean): string | null => (isThere ? String(number) : null);
  const hasNext = ids.length > pageSize;
  return {
    count: records.length,
    currentPageToken: token(page, page > 1),
    currentPageUrl: urlOf(page),
    nextPageToken: token(page + 1, hasNext),
    nextPageUrl: hasNext ? urlOf(page + 1) : null,
    previousPageToken: token(page - 1, page > 1),
    previousPageUrl: page > 1 ? urlOf(page - 1) : null,
    records,
  };
}

/** GET and POST /ui-api/lookups/{object}/{field}[/{target}]: records that a lookup could lead to. */
export function getLookup(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const field = lookupField(reader, object, request.params["field"] ?? "");
  const question = questionOf(request);
  const wanted = request.params["target"];
  const found = targetsOf(reader, field, wanted).map((target) => [
    target.name,
    suggestions(request, reader, target, question),
  ]);
  if (wanted !== undefined) return { status: 200, body: (found[0] as unknown[])[1] };
  return { status: 200, body: { lookupResults: Object.fromEntries(found) as unknown } };
}
