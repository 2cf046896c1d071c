import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import { eTagOf } from "./eTag.ts";
import { pageLabel } from "./layoutSections.ts";
import type { ListFilter, ListView } from "./listViews.ts";
import type { UiReader } from "./uiReader.ts";

/** Pages show the name of what a reference leads to. */
export function columnPaths(reader: UiReader, field: Field): string[] {
  const parent = reader.parentObject(field);
  if (!parent) return [field.name];
  const { relationshipName } = field.reference!;
  return [`${relationshipName}.${parent.nameField.name}`, `${relationshipName}.Id`, field.name];
}

function displayColumn(reader: UiReader, object: ObjectSchema, field: Field): Record<string, unknown> {
  return {
    fieldApiName: columnPaths(reader, field)[0],
    label: pageLabel(object, field),
    lookupId: field.type === "reference" ? field.name : null,
    sortable: field.formula === null && field.type !== "multipicklist",
  };
}

function filteredBy(object: ObjectSchema, { field, operation, values }: ListFilter): Record<string, unknown> {
  const operator = operation.charAt(0).toUpperCase() + operation.slice(1);
  return { fieldApiName: field.name, label: pageLabel(object, field), operandLabels: values, operator };
}

export function listReference(object: ObjectSchema, view: ListView): Record<string, unknown> {
  return { id: view.id, listViewApiName: view.apiName, objectApiName: object.name, type: "listView" };
}

/** The field that a list is in order of: `-CloseDate` descends, `Opportunity.Name` and `Account.Name` are a field and a parent. */
export function sortFieldOf(reader: UiReader, object: ObjectSchema, sortBy: string | null): Field | null {
  const path = (sortBy?.replace(/^-/, "") ?? object.nameField.name).split(".");
  const [first = "", second] = path[0]?.toLowerCase() === object.name.toLowerCase() ? path.slice(1) : path;
  return second === undefined ? reader.field(object, first) : (reader.parent(object, first)?.field ?? null);
}

function orderedBy(reader: UiReader, object: ObjectSchema, sortBy: string | null): Record<string, unknown>[] {
  const field = sortFieldOf(reader, object, sortBy);
  if (!field) return [];
  const label = pageLabel(object, field);
  return [{ fieldApiName: columnPaths(reader, field)[0], isAscending: sortBy?.startsWith("-") !== true, label }];
}

/** Nobody has set a width or a wrap: -1 and false for every column. */
function preferences(columns: readonly Record<string, unknown>[]): Record<string, unknown> {
  const each = <T>(value: T): Record<string, T> =>
    Object.fromEntries(columns.map(({ fieldApiName }) => [fieldApiName as string, value]));
  return { columnWidths: each(-1), columnWrap: each(false) };
}

/**
 * What a list view shows, of what and in which order. Lists are the package's, so that no user can change one.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_view_info.htm
 */
export function listInfo(
  reader: UiReader,
  object: ObjectSchema,
  view: ListView,
  sortBy: string | null,
): { readonly eTag: string } {
  const displayColumns = view.columns.map((field) => displayColumn(reader, object, field));
  const body = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns,
    filterLogicString: view.booleanFilter,
    filteredByInfo: view.filters.map((filter) => filteredBy(object, filter)),
    label: view.label,
    listReference: listReference(object, view),
    orderedByInfo: orderedBy(reader, object, sortBy),
    updateable: false,
    userPreferences: preferences(displayColumns),
    visibility: "Public",
    visibilityEditable: false,
  };
  return { ...body, eTag: eTagOf(body) };
}
