import { prepareTree } from "../../graphql/prepareTree.ts";
import type { ObjectSchema } from "../../metadata/schema.ts";
import type { OrderItem } from "../../soql/ast.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { fieldTree } from "./fieldTree.ts";
import { listCondition } from "./listFilter.ts";
import { columnPaths, listInfo, sortFieldOf } from "./listInfo.ts";
import { listViewNamed, listViewsOf, type ListView } from "./listViews.ts";
import { pageLinks } from "./pageLinks.ts";
import { uiRecord } from "./recordRepresentation.ts";
import { wholeNumber } from "./relatedListParameters.ts";
import { UiReader } from "./uiReader.ts";

const DEFAULT_PAGE = 50;
const MOST_A_PAGE = 2000;

/** GET /ui-api/list-ui/{object}: the list views of an object. */
export function getListViews(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const lists = listViewsOf(reader, object).map(({ id, apiName, label }) => ({
    apiName,
    id,
    label,
    listUiUrl: `${request.base}/ui-api/list-ui/${object.name}/${apiName}`,
  }));
  const body = { count: lists.length, lists, objectApiName: object.name, pageSize: lists.length };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}

function sortOf(reader: UiReader, object: ObjectSchema, sortBy: string | null): OrderItem[] {
  const field = sortFieldOf(reader, object, sortBy);
  const [path = sortBy?.replace(/^-/, "") ?? ""] = field ? columnPaths(reader, field) : [];
  return [
    {
      operand: { kind: "path", parts: path.split("."), at: 0 },
      isDescending: sortBy?.startsWith("-") ?? false,
      nulls: "LAST",
    },
    { operand: { kind: "path", parts: ["Id"], at: 0 }, isDescending: false, nulls: null },
  ];
}

interface ListOfRequest {
  readonly reader: UiReader;
  readonly object: ObjectSchema;
  readonly view: ListView;
  readonly sortBy: string | null;
}

function listOf(request: ApiRequest): ListOfRequest {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const view = listViewNamed(reader, object, request.params["list"] ?? "");
  return { reader, object, view, sortBy: request.query.get("sortBy") };
}

function pageOfRecords(request: ApiRequest, { reader, object, view, sortBy }: ListOfRequest, listInfoETag: string) {
  const { query } = request;
  const pageSize = wholeNumber("pageSize", query.get("pageSize"), DEFAULT_PAGE, [1, MOST_A_PAGE]);
  const offset = wholeNumber("pageToken", query.get("pageToken"), 0, [0, MOST_A_PAGE]);
  const ids = prepareTree(reader.org, reader.access, {
    from: object.name,
    select: ["Id"],
    scope: view.isMine ? "MINE" : null,
    where: listCondition(reader, object, view),
    orderBy: sortOf(reader, object, sortBy),
    limit: pageSize + 1,
    offset,
  }).ids();
  const paths = [...view.columns, object.nameField].flatMap((field) => columnPaths(reader, field));
  const tree = fieldTree(reader, object, { fields: [], optionalFields: paths.map((path) => `${object.name}.${path}`) });
  const records = ids.slice(0, pageSize).map((id) => uiRecord(reader, tree, reader.record(object, id)));
  const path = `/ui-api/list-records/${object.name}/${view.apiName}`;
  return {
    count: records.length,
    ...pageLinks(request, path, { pageSize, offset, hasNext: ids.length > pageSize }),
    listInfoETag,
    pageSize,
    records,
    sortBy: sortBy === null ? null : [sortBy],
  };
}

/** GET /ui-api/list-info/{object}/{listView}: its columns, filters and order. */
export function getListInfo(request: ApiRequest): ApiResponse {
  const { reader, object, view, sortBy } = listOf(request);
  return answerTagged(request, listInfo(reader, object, view, sortBy));
}

/** GET /ui-api/list-records/{object}/{listView}: a page of its records. */
export function getListRecords(request: ApiRequest): ApiResponse {
  const list = listOf(request);
  const { eTag } = listInfo(list.reader, list.object, list.view, list.sortBy);
  return { status: 200, body: pageOfRecords(request, list, eTag) };
}

/** GET /ui-api/list-ui/{object}/{listView}: both at once. */
export function getListUi(request: ApiRequest): ApiResponse {
  const list = listOf(request);
  const info = listInfo(list.reader, list.object, list.view, list.sortBy);
  const body = { info, records: pageOfRecords(request, list, info.eTag) };
  return { status: 200, body: { ...body, eTag: eTagOf(body) } };
}
