import { listViewsOf, type ListView, type ListViewFilter } from "../metadata/listView.ts";
import type { Component } from "../metadata/readPackage.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import { isDecimal } from "../records/storedValue.ts";
import { notSupported } from "../salesforceError.ts";
import type { ApiRequest } from "./route.ts";

/** A column of a list view: where its value stands, and the field that it is. */
export interface ListViewColumn {
  /** `Name`, `Owner.Alias` */
  readonly path: string;
  readonly field: Field;
}

const viewsByComponents = new WeakMap<readonly Component[], readonly ListView[]>();

/** The list views of an object that the caller may read. */
export function listViews({ org }: ApiRequest, object: ObjectSchema): readonly ListView[] {
  let views = viewsByComponents.get(org.components);
  if (!views) viewsByComponents.set(org.components, (views = listViewsOf(org.components)));
  return views.filter((view) => view.object.toLowerCase() === object.name.toLowerCase());
}

/** The list view of that id, of whatever object; null = there is none. */
export function findListView(request: ApiRequest, id: string): ListView | null {
  const all = [...request.org.schema.objects.values()].flatMap((object) => listViews(request, object));
  return all.find((view) => view.id.slice(0, 15) === id.slice(0, 15)) ?? null;
}

/** Columns that list views of standard objects name in the platform's old words. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  ADDRESS1_STATE: "BillingState",
  ADDRESS1_CITY: "BillingCity",
  CLOSE_DATE: "CloseDate",
  CREATED_DATE: "CreatedDate",
  CREATEDBY_USER: "CreatedById",
  EMAIL1: "Email",
  LAST_UPDATE: "LastModifiedDate",
  PHONE1: "Phone",
  STAGE_NAME: "StageName",
  UPDATEDBY_USER: "LastModifiedById",
};

function pathOf(column: string, object: ObjectSchema): string {
  if (column === "CORE.USERS.ALIAS" || column === "OWNER.ALIAS") return "Owner.Alias";
  if (column === "FULL_NAME") return "Name";
  const isForeign = column.includes(".") && !column.toUpperCase().startsWith(`${object.name.toUpperCase()}.`);
  const last = column.slice(column.lastIndexOf(".") + 1);
  const name = OLD_NAMES[last] ?? (last.endsWith("__c") ? last : last.replaceAll("_", ""));
  const prefix = isForeign ? `${column.slice(0, column.indexOf("."))}.` : "";
  return prefix + name;
}

/** The field at the end of a path; null where there is none that the user may read. */
export function columnAt({ org, access }: ApiRequest, object: ObjectSchema, column: string): ListViewColumn | null {
  const [first = "", second] = pathOf(column, object).split(".");
  if (second === undefined) {
    const field = object.fields.get(first.toLowerCase());
    return field && access.canReadField(object, field) ? { path: field.name, field } : null;
  }
  const link = [...object.fields.values()].find(
    ({ reference }) => reference?.relationshipName.toLowerCase() === first.toLowerCase(),
  );
  const parent = link?.reference ? org.store.object(link.reference.to[0]!) : null;
  const field = parent?.fields.get(second.toLowerCase());
  if (!parent || !link?.reference || !field || !access.canReadField(parent, field)) return null;
  return { path: `${link.reference.relationshipName}.${field.name}`, field };
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: "=",
  notEqual: "!=",
  lessThan: "<",
  greaterThan: ">",
  lessOrEqual: "<=",
  greaterOrEqual: ">=",
};

function quotedText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function literal({ type }: Field, text: string): string {
  if (text === "") return "null";
  if (type === "boolean") return /^(1|true)$/i.test(text) ? "true" : "false";
  if (isDecimal(type) || type === "date" || type === "datetime") return text;
  return quotedText(text);
}

/** Likeness in the words of LIKE: `contains` is %x%, `startsWith` x%. */
function likeness(path: string, operation: string, values: readonly string[]): string | null {
  const [before, after] = operation === "startsWith" ? ["", "%"] : ["%", "%"];
  if (!["contains", "notContain", "startsWith"].includes(operation)) return null;
  const one = values.map((text) => `${path} LIKE ${quotedText(before + text.replace(/[%_]/g, "\\$&") + after)}`);
  const any = `(${one.join(" OR ")})`;
  return operation === "notContain" ? `(NOT ${any})` : any;
}

function condition(request: ApiRequest, object: ObjectSchema, filter: ListViewFilter): string {
  const column = columnAt(request, object, filter.field);
  if (!column) throw notSupported(`a list view's filter on "${filter.field}"`);
  const values = filter.value.split(",").map((text) => text.trim());
  const alike = likeness(column.path, filter.operation, values);
  if (alike !== null) return alike;
  if (column.field.type === "multipicklist" && /^(includes|excludes)$/.test(filter.operation))
    return `${column.path} ${filter.operation.toUpperCase()} (${values.map(quotedText).join(", ")})`;
  const operator = OPERATORS[filter.operation];
  if (operator === undefined) throw notSupported(`a list view's operation "${filter.operation}"`);
  const each = values.map((text) => `${column.path} ${operator} ${literal(column.field, text)}`);
  return `(${each.join(operator === "!=" ? " AND " : " OR ")})`;
}

function whereOf(request: ApiRequest, object: ObjectSchema, { filters, logic }: ListView): string {
  if (filters.length === 0) return "";
  const conditions = filters.map((filter) => condition(request, object, filter));
  if (logic === null) return ` WHERE ${conditions.join(" AND ")}`;
  return ` WHERE ${logic.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? "")}`;
}

/** The columns of a list view that the caller may read. */
export function columnsOf(request: ApiRequest, view: ListView): ListViewColumn[] {
  const object = request.org.store.object(view.object);
  return view.columns.map((column) => columnAt(request, object, column)).filter((column) => column !== null);
}

/** The query that a list view stands for. */
export function listViewQuery(request: ApiRequest, view: ListView): string {
  const object = request.org.store.object(view.object);
  const paths = [...columnsOf(request, view).map(({ path }) => path), "Id", "CreatedDate", "LastModifiedDate"];
  const scope = view.scope === "Mine" ? " USING SCOPE mine" : "";
  if (view.scope !== "Mine" && view.scope !== "Everything") throw notSupported(`the list view scope ${view.scope}`);
  const name = object.nameField.name;
  return `SELECT ${[...new Set(paths)].join(", ")} FROM ${object.name}${scope}${whereOf(request, object, view)} ORDER BY ${name} ASC NULLS FIRST, Id ASC NULLS FIRST`;
}
