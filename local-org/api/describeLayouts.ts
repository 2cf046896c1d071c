import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { describeField } from "./describe.ts";
import { layoutId } from "./layoutId.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";
import { objectOf } from "./sobjects.ts";
import { compactFields, shownSections, type ShownField, type ShownSection } from "./ui/layoutSections.ts";
import { MASTER_RECORD_TYPE } from "./ui/recordRepresentation.ts";
import { UiReader } from "./ui/uiReader.ts";

/** Only records of these types can have an approval, and no approval process is ever loaded. */
const NO_APPROVALS = { approvalLayouts: [] };

function layoutItem(request: ApiRequest, object: ObjectSchema, shown: ShownField, tabOrder: number): unknown {
  const { field, isReadonly, isRequired } = shown;
  const details = describeField(request.access, object, field);
  return {
    editableForNew: !isReadonly && details["createable"] === true,
    editableForUpdate: !isReadonly && details["updateable"] === true,
    label: field.label,
    layoutComponents: [{ details, displayLines: 1, tabOrder, type: "Field", value: field.name }],
    placeholder: false,
    required: isRequired,
  };
}

const EMPTY_ITEM = {
  editableForNew: false,
  editableForUpdate: false,
  label: "",
  layoutComponents: [],
  placeholder: true,
  required: false,
};

function layoutSection(request: ApiRequest, object: ObjectSchema, section: ShownSection, at: number): unknown {
  const { columns, heading, hasHeading } = section;
  const rows = Math.max(...columns.map((column) => column.length));
  return {
    collapsed: false,
    columns: columns.length,
    heading,
    layoutRows: Array.from({ length: rows }, (_row, index) => ({
      layoutItems: columns.map((column, columnAt) =>
        column[index] ? layoutItem(request, object, column[index], columnAt * rows + index + 1) : EMPTY_ITEM,
      ),
      numItems: columns.length,
    })),
    layoutSectionId: `01B0000000${String(at).padStart(2, "0")}${object.keyPrefix}AAA`,
    parentLayoutId: layoutId(object),
    rows,
    tabOrder: "TopToBottom",
    useCollapsibleSection: true,
    useHeading: hasHeading,
  };
}

function recordTypeMapping(request: ApiRequest, object: ObjectSchema): Record<string, unknown> {
  return {
    available: true,
    defaultRecordTypeMapping: true,
    developerName: "Master",
    layoutId: layoutId(object),
    master: true,
    name: "Master",
    picklistsForRecordType: [],
    recordTypeId: MASTER_RECORD_TYPE,
    urls: { layout: `${request.base}/sobjects/${object.name}/describe/layouts/${MASTER_RECORD_TYPE}` },
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describelayout.htm */
function layout(request: ApiRequest, object: ObjectSchema): Record<string, unknown> {
  const reader = new UiReader(request.org, request.access);
  const sections = shownSections(reader, object).map((section, at) => layoutSection(request, object, section, at));
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: sections,
    editLayoutSections: sections,
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layoutId(object),
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  };
}

function layoutable(request: ApiRequest): ObjectSchema {
  const object = objectOf(request);
  if (object.kind === "customMetadata")
    throw new SalesforceError("INVALID_TYPE", `${object.name} is not layoutable`, { status: 400 });
  return object;
}

function describeLayouts(request: ApiRequest): ApiResponse {
  const object = layoutable(request);
  return {
    status: 200,
    body: {
      layouts: [layout(request, object)],
      recordTypeMappings: [recordTypeMapping(request, object)],
      recordTypeSelectorRequired: [false],
    },
  };
}

function describeRecordTypeLayout(request: ApiRequest): ApiResponse {
  const object = layoutable(request);
  const id = request.params["recordType"] ?? "";
  if (id.slice(0, 15) !== MASTER_RECORD_TYPE.slice(0, 15))
    throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", `invalid cross reference id: ${id}`);
  return { status: 200, body: layout(request, object) };
}

/** The one layout of User that is shown under a name of its own: `UserAlt`, on its profile page. */
function describeNamedLayout(request: ApiRequest): ApiResponse {
  const object = layoutable(request);
  if (object.name !== "User" || request.params["name"]?.toLowerCase() !== "useralt")
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  return describeLayouts(request);
}

function describeCompactLayouts(request: ApiRequest): ApiResponse {
  const object = layoutable(request);
  const fields = compactFields(new UiReader(request.org, request.access), object);
  const isOwn = request.org.layouts.compact.has(object.name.toLowerCase());
  const id = isOwn ? `0AH000000000${object.keyPrefix}AAA` : null;
  const items = fields.map((field, at) =>
    layoutItem(request, object, { field, isReadonly: true, isRequired: false }, at + 1),
  );
  const compactLayout = {
    actions: [],
    fieldItems: items,
    id,
    imageItems: [],
    label: isOwn ? `${object.label} Highlights` : "System Default",
    name: isOwn ? `${object.name}_Highlights` : "SYSTEM",
    objectType: object.name,
  };
  const mapping = {
    available: true,
    compactLayoutId: id,
    compactLayoutName: compactLayout.name,
    recordTypeId: MASTER_RECORD_TYPE,
    recordTypeName: "Master",
    urls: { compactLayout: `${request.base}/sobjects/${object.name}/describe/compactLayouts/${MASTER_RECORD_TYPE}` },
  };
  const body = {
    compactLayouts: [compactLayout],
    defaultCompactLayoutId: id,
    recordTypeCompactLayoutMappings: [mapping],
  };
  return { status: 200, body };
}

function describeApprovalLayouts(request: ApiRequest): ApiResponse {
  layoutable(request);
  return { status: 200, body: NO_APPROVALS };
}

function listQuickActions(request: ApiRequest): ApiResponse {
  if (request.params["object"] !== undefined) layoutable(request);
  return { status: 200, body: [] };
}

/** Layouts as `/sobjects/X/describe/…` tells them, and quick actions, of which no package here has any. */
export const describeLayoutRoutes: readonly Route[] = [
  { method: "GET", path: "/sobjects/:object/describe/layouts", handle: describeLayouts },
  { method: "GET", path: "/sobjects/:object/describe/layouts/:recordType", handle: describeRecordTypeLayout },
  { method: "GET", path: "/sobjects/:object/describe/namedLayouts/:name", handle: describeNamedLayout },
  { method: "GET", path: "/sobjects/:object/describe/compactLayouts", handle: describeCompactLayouts },
  { method: "GET", path: "/sobjects/:object/describe/approvalLayouts", handle: describeApprovalLayouts },
  { method: "GET", path: "/sobjects/:object/quickActions", handle: listQuickActions },
  { method: "GET", path: "/quickActions", handle: listQuickActions },
];
