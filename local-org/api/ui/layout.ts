import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import { notSupported } from "../../salesforceError.ts";
import { layoutId } from "../layoutId.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { compactFields, pageLabel, shownSections, type ShownField, type ShownSection } from "./layoutSections.ts";
import { objectInfoField } from "./objectInfoField.ts";
import { MASTER_RECORD_TYPE } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";

export type LayoutType = "Compact" | "Full";
export type LayoutMode = "View" | "Edit" | "Create";

export interface Layout {
  readonly eTag: string;
  readonly sections: readonly unknown[];
}

/** Who and when stand together on a page. */
const WITH_DATE: Readonly<Record<string, string>> = {
  CreatedById: "CreatedDate",
  LastModifiedById: "LastModifiedDate",
};

function component({ name, label }: Field): Record<string, unknown> {
  return { apiName: name, componentType: "Field", label };
}

/** The field with the id of the record that the item leads to: the name leads to the record itself. */
function lookupIdOf({ name, type, isNameField }: Field): string | null {
  if (isNameField) return "Id";
  return type === "reference" ? name : null;
}

function layoutItem(reader: UiReader, object: ObjectSchema, { field, isReadonly, isRequired }: ShownField): unknown {
  const info = objectInfoField(reader, object, field);
  const moment = object.fields.get((WITH_DATE[field.name] ?? "").toLowerCase());
  return {
    editableForNew: !isReadonly && info["createable"] === true,
    // Owners change by an action of their own, which asks what else shall change hands.
    editableForUpdate: !isReadonly && info["updateable"] === true && field.name !== "OwnerId",
    label: pageLabel(object, field),
    layoutComponents: [field, ...(moment ? [moment] : [])].map(component),
    lookupIdApiName: lookupIdOf(field),
    required: isRequired,
    sortable: info["sortable"],
  };
}

const EMPTY_ITEM = {
  editableForNew: false,
  editableForUpdate: false,
  label: "",
  layoutComponents: [{ apiName: null, componentType: "EmptySpace" }],
  lookupIdApiName: null,
  required: false,
  sortable: false,
};

/** A layout's columns as the rows that the User Interface API answers. */
function layoutRows(reader: UiReader, object: ObjectSchema, { columns }: ShownSection): unknown[] {
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_row, index) => ({
    layoutItems: columns.map((column) => (column[index] ? layoutItem(reader, object, column[index]) : EMPTY_ITEM)),
  }));
}

function sectionsOf(reader: UiReader, object: ObjectSchema, type: LayoutType): ShownSection[] {
  if (type === "Full") return shownSections(reader, object);
  const items = compactFields(reader, object).map((field) => ({ field, isReadonly: true, isRequired: false }));
  return [{ heading: "", hasHeading: false, columns: [items] }];
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export function layoutOf(reader: UiReader, object: ObjectSchema, type: LayoutType, mode: LayoutMode): Layout {
  const sections = sectionsOf(reader, object, type).map((section, index) => ({
    collapsible: type === "Full",
    columns: section.columns.length,
    heading: section.heading,
    id: `${object.keyPrefix}-${type}-${index}`,
    layoutRows: layoutRows(reader, object, section),
    rows: Math.max(...section.columns.map((column) => column.length)),
    useHeading: section.hasHeading,
  }));
  const body = {
    id: layoutId(object),
    layoutType: type,
    mode,
    objectApiName: object.name,
    recordTypeId: MASTER_RECORD_TYPE,
    saveOptions: [],
    sections,
  };
  return { ...body, eTag: eTagOf(body) };
}

function oneOf<T extends string>(text: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((item) => item === text);
  if (!found) throw notSupported(`the ${what} ${text}`);
  return found;
}

function listOf(query: URLSearchParams, name: string, standard: string): string[] {
  return (query.get(name) ?? standard).split(",").filter(Boolean);
}

/** The layout types and modes of a request. */
export function wantedLayouts(query: URLSearchParams): { types: LayoutType[]; modes: LayoutMode[] } {
  return {
    types: listOf(query, "layoutTypes", "Full").map((text) => oneOf(text, ["Compact", "Full"], "layout type")),
    modes: listOf(query, "modes", "View").map((text) => oneOf(text, ["View", "Edit", "Create"], "layout mode")),
  };
}

/** GET /ui-api/layout/{object}?layoutType=&mode= */
export function getLayout(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const type = oneOf(request.query.get("layoutType") ?? "Full", ["Compact", "Full"], "layout type");
  const mode = oneOf(request.query.get("mode") ?? "View", ["View", "Edit", "Create"], "layout mode");
  return answerTagged(request, layoutOf(reader, object, type, mode));
}
