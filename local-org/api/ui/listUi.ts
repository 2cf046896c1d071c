import { prepareTree } from "../../graphql/prepareTree.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import type { OrderItem } from "../../soql/ast.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { fieldTree } from "./fieldTree.ts";
import { listCondition } from "./listFilter.ts";
import { pageLabel } from "./layoutSections.ts";
import { listViewNamed, listViewsOf, type ListView } from "./listViews.ts";
import { uiRecord } from "./recordRepresentation.ts";
import { wholeNumber } from "./relatedListParameters.ts";
import { UiReader } from "./uiReader.ts";

const DEFAULT_PAGE = 50;
const MOST_A_PAGE = 2000;

function listReference(object: ObjectSchema, view: ListView): Record<string, unknown> {
  return { id: null, listViewApiName: view.apiName, objectApiName: object.name, type: "listView" };
}

/** GET /ui-api/list-ui/{object}: the list views of an object. */
export function getListViews(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const lists = listViewsOf(reader, object).map(({ apiName, label }) => ({
    apiName,
    id: null,
    label,
    listUiUrl: `${request.base}/ui-api/list-ui/${object.name}/${apiName}`,
  }));
  const body = { count: lists.length, lists, objectApiName: object.name, pageSize: lists.length };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}

/** Pages show the name of what a reference leads to. */
function columnPath(reader: UiReader, field: Field): string[] {
  const parent = reader.parentObject(field);
  if (!parent) return [field.name];
  return [
    `${field.reference!.relationshipName}.${parent.nameField.name}`,
    `${field.reference!.relationshipName}.Id`,
    field.name,
  ];
}

function sortOf(reader: UiReader, object: ObjectSchema, sortBy: string | null): OrderItem[] {
  const name = sortBy?.replace(/^-/, "") ?? object.nameField.name;
  const field = reader.field(object, name);
  const parent = field && reader.parentObject(field);
  const parts = parent ? [field.reference!.relationshipName, parent.nameField.name] : [name];
  return [
    { operand: { kind: "path", parts, at: 0 }, isDescending: sortBy?.startsWith("-") ?? false, nulls: "LAST" },
    { operand: { kind: "path", parts: ["Id"], at: 0 }, isDescending: false, nulls: null },
  ];
}

function displayColumn(reader: UiReader, object: ObjectSchema, field: Field): Record<string, unknown> {
  return {
    fieldApiName: columnPath(reader, field)[0],
    label: pageLabel(object, field),
    lookupId: field.type === "reference" ? field.name : null,
    sortable: field.formula === null && field.type !== "multipicklist",
  };
}

/** GET /ui-api/list-ui/{object}/{listView}: its columns and a page of its records. */
export function getListUi(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const view = listViewNamed(reader, object, request.params["list"] ?? "");
  const { query } = request;
  const pageSize = wholeNumber("pageSize", query.get("pageSize"), DEFAULT_PAGE, [1, MOST_A_PAGE]);
  const offset = wholeNumber("pageToken", query.get("pageToken"), 0, [0, MOST_A_PAGE]);
  const sortBy = query.get("sortBy");
  const ids = prepareTree(reader.org, reader.access, {
    from: object.name,
    select: ["Id"],
    scope: view.isMine ? "MINE" : null,
    where: listCondition(reader, object, view),
    orderBy: sortOf(reader, object, sortBy),
    limit: pageSize + 1,
    offset,
  }).ids();
  const paths = [...view.columns, object.nameField].flatMap((field) => columnPath(reader, field));
  const tree = fieldTree(reader, object, { fields: [], optionalFields: paths.map((path) => `${object.name}.${path}`) });
  const records = ids.slice(0, pageSize).map((id) => uiRecord(reader, tree, reader.record(object, id)));
  const body = {
    info: {
      displayColumns: view.columns.map((field) => displayColumn(reader, object, field)),
      label: view.label,
      listReference: listReference(object, view),
      orderedByInfo: [],
    },
    records: {
      count: records.length,
      currentPageToken: String(offset),
      nextPageToken: ids.length > pageSize ? String(offset + pageSize) : null,
      pageSize,
      records,
      sortBy: sortBy === null ? null : [sortBy],
    },
  };
  return { status: 200, body: { ...body, eTag: eTagOf(body) } };
}
