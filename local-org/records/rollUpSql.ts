import type { SQLInputValue } from "node:sqlite";
import type { RollUpFilter } from "../metadata/rollUpSummary.ts";
import type { Field, ObjectSchema, Schema } from "../metadata/schema.ts";
import { quoted } from "./database.ts";
import { parseValue } from "./parseValue.ts";
import { toStored } from "./storedValue.ts";

interface Clause {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** One roll-up summary, ready to be computed. */
export interface RollUp {
  readonly master: ObjectSchema;
  readonly field: Field;
  readonly child: ObjectSchema;
  readonly link: Field;
  /** Fields of a detail that its master's value depends on. */
  readonly watched: ReadonlySet<string>;
  /** What is computed of the rows, and of which rows. */
  readonly aggregate: string;
  readonly where: Clause;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: "<",
  greaterThan: ">",
  lessOrEqual: "<=",
  greaterOrEqual: ">=",
};

const LIKENESS: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  notContain: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`,
};

function comparison(field: Field, operation: string, text: string): Clause {
  const column = quoted(field.name);
  const pattern = LIKENESS[operation];
  if (pattern) {
    const likeness = pattern(text.replace(/[\\%_]/g, "\\$&"));
    return { sql: `ifnull(${column} LIKE ? ESCAPE '\\', 0)`, values: [likeness] };
  }
  const value = toStored(field, parseValue(field, text));
  const operator = COMPARISONS[operation] ?? "IS";
  return { sql: `${column} ${operator} ?`, values: [value] };
}

/** Several values: any of them, and with a negation none. */
function filterClause(child: ObjectSchema, { field: name, operation, values }: RollUpFilter): Clause {
  const field = child.fields.get(name.toLowerCase())!;
  const each = values.map((text) => comparison(field, operation, text));
  const any = `(${each.map(({ sql }) => sql).join(" OR ")})`;
  const isNegated = operation === "notEqual" || operation === "notContain";
  return { sql: isNegated ? `NOT ${any}` : any, values: each.flatMap((clause) => clause.values) };
}

/** The field as SQL. Throws a SalesforceError where a filter's value is none of its field's type. */
export function makeRollUp(schema: Schema, master: ObjectSchema, field: Field): RollUp {
  const { operation, childObject, childField, summarizedField, filters } = field.summary!;
  const child = schema.objects.get(childObject.toLowerCase())!;
  const link = child.fields.get(childField.toLowerCase())!;
  const summarized = summarizedField === null ? null : child.fields.get(summarizedField.toLowerCase())!;
  const clauses = filters.map((filter) => filterClause(child, filter));
  const names = [summarized, ...filters.map((filter) => child.fields.get(filter.field.toLowerCase())!)];
  return {
    master,
    field,
    child,
    link,
    watched: new Set(names.flatMap((name) => (name === null ? [] : [name.name]))),
    aggregate: summarized === null ? "count(*)" : `${operation}(${quoted(summarized.name)})`,
    where: {
      sql: ['"IsDeleted" = 0', ...clauses.map(({ sql }) => sql)].join(" AND "),
      values: clauses.flatMap(({ values }) => values),
    },
  };
}
