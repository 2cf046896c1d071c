import { FilterBuilder } from "../../graphql/buildFilter.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import { notSupported } from "../../salesforceError.ts";
import type { Condition } from "../../soql/ast.ts";
import type { ListFilter, ListView } from "./listViews.ts";
import type { UiReader } from "./uiReader.ts";

type Where = Readonly<Record<string, unknown>>;

const COMPARISONS: Readonly<Record<string, string>> = {
  equals: "eq",
  notEqual: "ne",
  lessThan: "lt",
  greaterThan: "gt",
  lessOrEqual: "lte",
  greaterOrEqual: "gte",
  includes: "includes",
  excludes: "excludes",
};

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `12/31/2023`, `2023-12-31`, `TODAY`, `LAST_N_DAYS:30` as GraphQL has them. */
function dateInput(text: string): Where {
  const [, month = "", day = "", year = ""] = DATE.exec(text) ?? [];
  if (year !== "") return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
  const [name = "", count] = text.split(":");
  if (count !== undefined) return { range: { [name.toLowerCase()]: count } };
  return /^[A-Z_]+$/.test(text) ? { literal: text } : { value: text };
}

function operandOf({ type }: Field, text: string): unknown {
  if (text === "") return null;
  if (type === "boolean") return text === "1" || text.toLowerCase() === "true";
  return type === "date" || type === "datetime" ? dateInput(text) : text;
}

/** Texts that hold a part: LIKE with its wildcards. */
function likeOf(operation: string, text: string): Where | null {
  const part = text.replace(/[\\%_]/g, "\\$&");
  if (operation === "contains") return { like: `%${part}%` };
  if (operation === "startsWith") return { like: `${part}%` };
  return null;
}

function oneValue({ field, operation }: ListFilter, text: string): Where {
  const like = likeOf(operation === "notContain" ? "contains" : operation, text);
  if (like) return { [field.name]: like };
  const operator = COMPARISONS[operation];
  if (operator === undefined) throw notSupported(`the operation ${operation} of list views`);
  return { [field.name]: { [operator]: operandOf(field, text) } };
}

/** Several values: any of them, and with a negation none. */
function whereOf(filter: ListFilter): Where {
  const each = filter.values.map((text) => oneValue(filter, text));
  if (filter.operation === "notContain") return { not: { or: each } };
  return filter.operation === "notEqual" ? { and: each } : { or: each };
}

/** What the list view's filters say; null = everything. */
export function listCondition(reader: UiReader, object: ObjectSchema, view: ListView): Condition | null {
  if (view.booleanFilter !== null) throw notSupported("filter logic of list views");
  if (view.filters.length === 0) return null;
  return new FilterBuilder(reader).build(object, { and: view.filters.map(whereOf) });
}
