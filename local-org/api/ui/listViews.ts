import { listViewsOf as listViewsOfPackage } from "../../metadata/listView.ts";
import type { Component } from "../../metadata/readPackage.ts";
import { childrenOf, textOf, type XmlElement } from "../../metadata/readXml.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import { notSupported, SalesforceError } from "../../salesforceError.ts";
import { toId18 } from "../../records/recordId.ts";
import { compactFields } from "./layoutSections.ts";
import type { UiReader } from "./uiReader.ts";

export interface ListFilter {
  readonly field: Field;
  readonly operation: string;
  readonly values: readonly string[];
}

/** A list view as one user may use it. */
export interface ListView {
  readonly id: string;
  readonly apiName: string;
  readonly label: string;
  readonly columns: readonly Field[];
  readonly filters: readonly ListFilter[];
  /** `1 AND 2`; null = all filters. */
  readonly booleanFilter: string | null;
  readonly isMine: boolean;
}

const MOST_DEFAULT_COLUMNS = 6;

/** Names of list views for what everybody else calls otherwise: `CORE.USERS.ALIAS`, `LAST_UPDATE`. */
const PLATFORM_COLUMNS: Readonly<Record<string, string>> = {
  "CORE.USERS.ALIAS": "OwnerId",
  "OWNER.ALIAS": "OwnerId",
  OWNER_NAME: "OwnerId",
  LAST_UPDATE: "LastModifiedDate",
  UPDATEDBY_USER: "LastModifiedById",
  CREATEDBY_USER: "CreatedById",
  FULL_NAME: "Name",
  "ACCOUNT.NAME": "Name",
  "OPPORTUNITY.NAME": "Name",
};

/** The field that a list view's column stands for; null = the user may not read it. */
function columnField(reader: UiReader, object: ObjectSchema, column: string): Field | null {
  if (column === "NAME") return reader.field(object, object.nameField.name);
  const known = PLATFORM_COLUMNS[column];
  if (known !== undefined) return reader.field(object, known);
  return reader.field(
    object,
    column.replace(/^[^.]*\./, "").replaceAll(/_(?!_|c$)/g, column.endsWith("__c") ? "_" : ""),
  );
}

function filterOf(reader: UiReader, object: ObjectSchema, element: XmlElement): ListFilter[] {
  const field = columnField(reader, object, textOf(element, "field") ?? "");
  if (!field) return [];
  const value = textOf(element, "value");
  const values = value === null ? [""] : value.split(",").map((part) => part.trim());
  return [{ field, operation: textOf(element, "operation") ?? "equals", values }];
}

function readView(
  reader: UiReader,
  object: ObjectSchema,
  { id, apiName }: Pick<ListView, "id" | "apiName">,
  element: XmlElement,
): ListView {
  const scope = textOf(element, "filterScope") ?? "Everything";
  if (scope !== "Everything" && scope !== "Mine") throw notSupported(`the filter scope ${scope} of list views`);
  const columns = childrenOf(element, "columns").map(({ text }) => columnField(reader, object, text));
  return {
    id,
    apiName,
    label: textOf(element, "label") ?? apiName,
    columns: columns.filter((field) => field !== null),
    filters: childrenOf(element, "filters").flatMap((filter) => filterOf(reader, object, filter)),
    booleanFilter: textOf(element, "booleanFilter"),
    isMine: scope === "Mine",
  };
}

/** The ids of the package's list views by full name, the same as in the REST API. */
function idsOf(components: readonly Component[]): [string, string][] {
  return listViewsOfPackage(components).map(({ id, object, developerName }) => [`${object}.${developerName}`, id]);
}

/** The fields of lists that nobody has laid out. */
export function defaultColumns(reader: UiReader, object: ObjectSchema): Field[] {
  return compactFields(reader, object).slice(0, MOST_DEFAULT_COLUMNS);
}

/** Ids of the lists that every object has: the object's own letters keep them apart. */
function builtInId({ keyPrefix }: ObjectSchema, number: number): string {
  return toId18(`00B20000${keyPrefix}${String(number).padStart(4, "0")}`);
}

/** List views of an object: the package's, and those that every object has. */
export function listViewsOf(reader: UiReader, object: ObjectSchema): ListView[] {
  const prefix = `${object.name}.`;
  const ids = new Map(idsOf(reader.org.components));
  const own = reader.org.components
    .filter(({ type, fullName }) => type === "ListView" && fullName.startsWith(prefix))
    .map(({ fullName, element }) => {
      const apiName = fullName.slice(prefix.length);
      return readView(reader, object, { id: ids.get(fullName)!, apiName }, element);
    });
  const every = { columns: defaultColumns(reader, object), filters: [], booleanFilter: null };
  const hasAll = own.some(({ apiName }) => apiName === "All");
  const all: ListView[] = hasAll
    ? []
    : [{ id: builtInId(object, 1), apiName: "All", label: `All ${object.pluralLabel}`, isMine: false, ...every }];
  const mine: ListView[] = object.fields.has("ownerid")
    ? [{ id: builtInId(object, 2), apiName: "Mine", label: `My ${object.pluralLabel}`, isMine: true, ...every }]
    : [];
  return [...all, ...mine, ...own];
}

/** The object whose list view has that id; null = none that the user may see. */
export function listViewOfId(reader: UiReader, id: string): ObjectSchema | null {
  const served = [...reader.org.schema.objects.values()].filter((object) => reader.serves(object));
  return served.find((object) => listViewsOf(reader, object).some((view) => view.id === id)) ?? null;
}

/** The list view of that name. Throws NOT_FOUND. */
export function listViewNamed(reader: UiReader, object: ObjectSchema, apiName: string): ListView {
  const view = listViewsOf(reader, object).find((candidate) => candidate.apiName === apiName);
  if (view) return view;
  throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
}
