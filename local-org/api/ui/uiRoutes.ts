import { notSupported } from "../../salesforceError.ts";
import type { Handler, Route } from "../route.ts";
import {
  getListViewActions,
  getListViewRecordActions,
  getRecordActions,
  getRelatedListActions,
  getRelatedListRecordActions,
  otherActions,
} from "./actions.ts";
import { getLookup } from "./lookups.ts";
import { getObjectInfo, getObjectInfos, listUiObjects } from "./objectInfo.ts";
import { getPicklistValues, getPicklistValuesByRecordType } from "./picklistValues.ts";
import { createUiRecord, deleteUiRecord, updateUiRecord } from "./recordInput.ts";
import { getLayout } from "./layout.ts";
import { getListInfo, getListRecords, getListUi, getListViews } from "./listUi.ts";
import { getCreateDefaults } from "./recordDefaults.ts";
import { getRecordUi } from "./recordUi.ts";
import { getUiRecord, getUiRecords } from "./records.ts";
import { getRelatedListRecords } from "./relatedList.ts";

/** Resources of the User Interface API that are left out. */
const LEFT_OUT =
  "aggregate-ui|apps|duplicates|favorites|mru-list-info|mru-list-records|mru-list-ui|nav-items|predupe|record-avatars|related-list-count|related-list-info|related-list-preferences|session|themes";

const leftOut: Handler = ({ params }) => {
  throw notSupported(`the resource ${params["resource"]} of the User Interface API`);
};

const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** `/ui-api…`: what Lightning Data Service asks for. */
export const uiRoutes: readonly Route[] = [
  { method: "POST", path: "/ui-api/records", handle: createUiRecord },
  { method: "GET", path: "/ui-api/records/batch/:ids", handle: getUiRecords },
  { method: "GET", path: "/ui-api/records/:id", handle: getUiRecord },
  { method: "PATCH", path: "/ui-api/records/:id", handle: updateUiRecord },
  { method: "DELETE", path: "/ui-api/records/:id", handle: deleteUiRecord },
  { method: "GET", path: "/ui-api/record-ui/:ids", handle: getRecordUi },
  { method: "GET", path: "/ui-api/record-defaults/create/:object", handle: getCreateDefaults },
  { method: "GET", path: "/ui-api/list-ui/:object", handle: getListViews },
  { method: "GET", path: "/ui-api/list-ui/:object/:list", handle: getListUi },
  { method: "GET", path: "/ui-api/list-info/:object/:list", handle: getListInfo },
  { method: "GET", path: "/ui-api/list-records/:object/:list", handle: getListRecords },
  { method: "GET", path: "/ui-api/layout/:object", handle: getLayout },
  { method: "GET", path: "/ui-api/object-info", handle: listUiObjects },
  { method: "GET", path: "/ui-api/object-info/batch/:objects", handle: getObjectInfos },
  { method: "GET", path: "/ui-api/object-info/:object", handle: getObjectInfo },
  {
    method: "GET",
    path: "/ui-api/object-info/:object/picklist-values/:recordType",
    handle: getPicklistValuesByRecordType,
  },
  {
    method: "GET",
    path: "/ui-api/object-info/:object/picklist-values/:recordType/:field",
    handle: getPicklistValues,
  },
  { method: "GET", path: "/ui-api/related-list-records/:parent/:list", handle: getRelatedListRecords },
  { method: "POST", path: "/ui-api/related-list-records/:parent/:list", handle: getRelatedListRecords },
  { method: "GET", path: "/ui-api/actions/record/:ids", handle: getRecordActions },
  { method: "GET", path: "/ui-api/actions/record/:parent/related-list/:lists", handle: getRelatedListActions },
  {
    method: "GET",
    path: "/ui-api/actions/record/:parent/related-list-record/:ids",
    handle: getRelatedListRecordActions,
  },
  { method: "GET", path: "/ui-api/actions/list-view/:ids", handle: getListViewActions },
  { method: "GET", path: "/ui-api/actions/list-view-record/:ids", handle: getListViewRecordActions },
  { method: "GET", path: "/ui-api/actions/(?<place>.+)", handle: otherActions },
  ...["GET", "POST"].flatMap((method) => [
    { method, path: "/ui-api/lookups/:object/:field", handle: getLookup },
    { method, path: "/ui-api/lookups/:object/:field/:target", handle: getLookup },
  ]),
  ...METHODS.map((method) => ({ method, path: `/ui-api/(?<resource>${LEFT_OUT})(?:/.*)?`, handle: leftOut })),
];
