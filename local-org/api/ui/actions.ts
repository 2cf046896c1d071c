import type { ObjectSchema } from "../../metadata/schema.ts";
import { makeId, toId18 } from "../../records/recordId.ts";
import { notSupported, SalesforceError } from "../../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { listViewOfId } from "./listViews.ts";
import { childListOf } from "./relatedList.ts";
import { UiReader } from "./uiReader.ts";

type Right = "create" | "edit" | "delete";

/** A standard button: its right, its colour, and its number within the ids of actions. */
interface Button {
  readonly apiName: string;
  readonly label: string;
  readonly right: Right;
  readonly color: string;
}

const EDIT: Button = { apiName: "Edit", label: "Edit", right: "edit", color: "1DCCBF" };
const DELETE: Button = { apiName: "Delete", label: "Delete", right: "delete", color: "E6717C" };
const NEW: Button = { apiName: "New", label: "New", right: "create", color: "33BCE7" };
const BUTTONS = [EDIT, DELETE, NEW];

/** Where buttons stand: what they are for, and on what page. */
interface Place {
  readonly context: "Record" | "ListView" | "ListViewRecord" | "RelatedList" | "RelatedListRecord";
  /** What the page shows, and in whose name the button is answered. */
  readonly sourceId: string;
  /** What the button creates, edits or deletes. */
  readonly object: ObjectSchema;
  readonly buttons: readonly Button[];
  readonly relatedListRecordId?: string;
  readonly relatedList?: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_platform_action.htm */
function actionOf({ org, query }: ApiRequest, place: Place, button: Button): Record<string, unknown> {
  const { context, sourceId, object, relatedListRecordId = null, relatedList = null } = place;
  const formFactor = query.get("formFactor") ?? "Large";
  const name = button.apiName.toLowerCase();
  return {
    actionListContext: context,
    actionTarget: null,
    actionTargetType: "Invoke",
    apiName: button.apiName,
    externalId: `${org.organizationId.slice(0, 15)}:${sourceId}::${context}:${formFactor}:StandardButton:${button.apiName}`,
    iconUrl: `/img/icon/t4v35/action/${name}_120.png`,
    id: makeId("0JV", 1 + BUTTONS.indexOf(button)),
    isMassAction: "false",
    label: button.label,
    lwcComponent: null,
    primaryColor: button.color,
    relatedListRecordId,
    relatedSourceObject: relatedList,
    section: "Page",
    sourceObject: sourceId,
    subtype: null,
    targetObject: object.name,
    targetUrl: null,
    type: "StandardButton",
  };
}

/** What of it is asked for: all, or `apiNames=Edit&actionTypes=StandardButton`. */
function isAsked({ query }: ApiRequest, { apiName }: Button): boolean {
  const names = query.get("apiNames")?.split(",");
  const types = query.get("actionTypes")?.split(",");
  return (names?.includes(apiName) ?? true) && (types?.includes("StandardButton") ?? true);
}

function actionsAt(request: ApiRequest, place: Place): Record<string, unknown>[] {
  return place.buttons
    .filter((button) => isAsked(request, button) && request.access.can(button.right, place.object))
    .map((button) => actionOf(request, place, button));
}

/** The actions of each place, under its id. */
function answer(
  request: ApiRequest,
  path: string,
  places: readonly (readonly [id: string, place: Place])[],
): ApiResponse {
  const base = `${request.base}/ui-api/actions/${path}`;
  const actions = places.map(([id, place]) => [id, { actions: actionsAt(request, place), url: `${base}/${id}` }]);
  const url = `${base}/${places.map(([id]) => id).join(",")}`;
  const body = { actions: Object.fromEntries(actions) as unknown, url };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}

function idsOf(text: string | undefined): string[] {
  return (text ?? "").split(",").filter(Boolean).map(toId18);
}

/** Buttons on records: on their own pages, or in the rows of lists. */
function ofRecords(context: "Record" | "ListViewRecord", path: string): (request: ApiRequest) => ApiResponse {
  return (request) => {
    const reader = new UiReader(request.org, request.access);
    const places = idsOf(request.params["ids"]).map((id): [string, Place] => {
      const object = reader.objectOfId(id);
      reader.record(object, id);
      return [id, { context, sourceId: id, object, buttons: [EDIT, DELETE] }];
    });
    return answer(request, path, places);
  };
}

/** GET /ui-api/actions/record/{recordIds} */
export const getRecordActions = ofRecords("Record", "record");

/** GET /ui-api/actions/list-view-record/{recordIds} */
export const getListViewRecordActions = ofRecords("ListViewRecord", "list-view-record");

/** GET /ui-api/actions/list-view/{listViewIds} */
export function getListViewActions(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const places = idsOf(request.params["ids"]).map((id): [string, Place] => {
    const object = listViewOfId(reader, id);
    if (!object) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    return [id, { context: "ListView", sourceId: id, object, buttons: [NEW] }];
  });
  return answer(request, "list-view", places);
}

/** GET /ui-api/actions/record/{recordId}/related-list/{relatedListIds} */
export function getRelatedListActions(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const id = toId18(request.params["parent"] ?? "");
  const places = (request.params["lists"] ?? "").split(",").map((name): [string, Place] => {
    const { child, relationship } = childListOf(reader, id, name);
    const relatedList = relationship.name;
    return [relatedList, { context: "RelatedList", sourceId: id, object: child, buttons: [NEW], relatedList }];
  });
  return answer(request, `record/${id}/related-list`, places);
}

/** GET /ui-api/actions/record/{recordId}/related-list-record/{recordIds} */
export function getRelatedListRecordActions(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const sourceId = toId18(request.params["parent"] ?? "");
  reader.record(reader.objectOfId(sourceId), sourceId);
  const places = idsOf(request.params["ids"]).map((id): [string, Place] => {
    const object = reader.objectOfId(id);
    reader.record(object, id);
    const buttons = [EDIT, DELETE];
    return [id, { context: "RelatedListRecord", sourceId, object, buttons, relatedListRecordId: id }];
  });
  return answer(request, `record/${sourceId}/related-list-record`, places);
}

/** Actions of other places: photos, lookups, the form of a record, global ones. */
export function otherActions({ params }: ApiRequest): ApiResponse {
  throw notSupported(`actions of ${params["place"]}`);
}
