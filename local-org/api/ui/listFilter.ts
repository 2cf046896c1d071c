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

/** `1 AND (2 OR NOT 3)` as GraphQL has it: an operator once a bracket, as the platform asks for. */
function combined(logic: string, filters: readonly Where[]): Where {
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const one = (): Where => {
    const token = tokens[at++];
    if (token === "NOT") return { not: one() };
    if (token !== "(") return filters[Number(token) - 1] ?? unreadable(logic);
    const inner = all();
    return tokens[at++] === ")" ? inner : unreadable(logic);
  };
  const all = (): Where => {
    const parts = [one()];
    const operator = tokens[at];
    while (tokens[at] === "AND" || tokens[at] === "OR") {
      if (tokens[at] !== operator) unreadable(logic);
      at += 1;
      parts.push(one());
    }
    return { [operator === "OR" ? "or" : "and"]: parts };
  };
  const where = all();
  return at === tokens.length ? where : unreadable(logic);
}

function unreadable(logic: string): never {
  throw notSupported(`the filter logic "${logic}" of a list view`);
}

/** What the list view's filters say; null = everything. */
export function listCondition(reader: UiReader, object: ObjectSchema, view: ListView): Condition | null {
  if (view.filters.length === 0) return null;
  const filters = view.filters.map(whereOf);
  const where = view.booleanFilter === null ? { and: filters } : combined(view.booleanFilter, filters);
  return new FilterBuilder(reader).build(object, where);
}
