/** SOQL text out of parts; the only place where a value gets into a query. */
import { ConfigurationError } from "./errors.ts";

export interface RowQuery {
  readonly object: string;
  /** Field paths, in the order in which cells are wanted. */
  readonly columns: readonly string[];
  /** Alternatives in parentheses: a range of ids may be added, and within parentheses semi-joins are refused. */
  readonly where?: string | undefined;
  /** Rows from an id on, up to another and without it: a part of a query that is too much as one. */
  readonly ids?: { readonly from: string; readonly until: string } | undefined;
  /** What follows the condition: order, limit. */
  readonly tail?: string | undefined;
}

export function soqlOf({ object, columns, where, ids, tail }: RowQuery): string {
  const range = ids && `Id >= '${ids.from}' AND Id < '${ids.until}'`;
  const condition = allOf(where, range);
  return [`SELECT ${columns.join(", ")} FROM ${object}`, condition && `WHERE ${condition}`, tail]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** `Field = 'value'`, the value escaped. */
export function equals(field: string, value: string): string {
  return `${field} = ${quoted(value)}`;
}

export function isAnyOf(field: string, values: readonly string[]): string {
  return `${field} IN (${values.map(quoted).join(", ")})`;
}

/** Conditions that are all to hold; undefined when there is none. */
export function allOf(...conditions: readonly (string | undefined)[]): string | undefined {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? undefined : present.join(" AND ");
}

/** @throws ConfigurationError where a text is no record id. */
export function checkedId(id: string): string {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id))
    throw new ConfigurationError(`"${id}" is no Salesforce record id`);
  return id;
}

/** An address may have some 16,000 bytes: ids are asked for in groups. */
export function inGroups<T>(values: readonly T[], size = 300): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

function quoted(value: string): string {
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
