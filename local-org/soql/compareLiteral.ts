import type { Field } from "../metadata/schema.ts";
import { toId18 } from "../records/recordId.ts";
import type { Literal, Operator } from "./ast.ts";
import { scaleOf, typeOf, type Aggregate, type Expression } from "./checkedQuery.ts";
import { compareNumber } from "./compareNumber.ts";
import { columnOf, type Compilation } from "./compileExpression.ts";
import { dayIn, dayRangeOf, startOfDay } from "./dateLiterals.ts";

function compareNull(sql: string, expression: Expression, operator: Operator): string {
  // A checkbox is never null; null means unchecked.
  // https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_null.htm
  if (typeOf(expression) === "boolean") return operator === "=" ? `${sql} IS NOT 1` : `${sql} IS 1`;
  if (operator === "=") return `${sql} IS NULL`;
  return operator === "!=" ? `${sql} IS NOT NULL` : "0";
}

/** `!=` also finds empty values, unlike SQL's. */
function compareValue(sql: string, operator: Operator, parameter: string): string {
  if (operator === "!=") return `${sql} IS NOT ${parameter}`;
  return `${sql} ${operator} ${parameter}`;
}

/** The bounds are made where they are used: SQLite counts every parameter. */
function compareRange(sql: string, operator: string, start: () => string, end: () => string): string {
  switch (operator) {
    case "<":
      return `${sql} < ${start()}`;
    case "<=":
      return `${sql} < ${end()}`;
    case ">":
      return `${sql} >= ${end()}`;
    case ">=":
      return `${sql} >= ${start()}`;
    case "!=":
      return `(${sql} IS NULL OR ${sql} < ${start()} OR ${sql} >= ${end()})`;
    default:
      return `(${sql} >= ${start()} AND ${sql} < ${end()})`;
  }
}

function compareDateLiteral(
  sql: string,
  expression: Expression,
  operator: Operator,
  literal: Extract<Literal, { kind: "dateLiteral" }>,
  { context, parameters }: Compilation,
): string {
  const days = dayRangeOf(literal.name, literal.count, dayIn(context.now, context.timeZone));
  const isTime = typeOf(expression) === "datetime";
  const bound = (day: string): string => parameters.add(isTime ? startOfDay(day, context.timeZone) : day);
  return compareRange(
    sql,
    operator,
    () => bound(days.start),
    () => bound(days.end),
  );
}

/** Multi-select values are stored in the order of the value set. */
function inPicklistOrder(value: string, field: Field): string {
  const order = (field.picklist ?? []).map((item) => item.value.toLowerCase());
  const rank = (part: string): number => order.indexOf(part.toLowerCase());
  return value
    .split(";")
    .map((part) => part.trim())
    .sort((a, b) => rank(a) - rank(b))
    .join(";");
}

/** A text as its column stores it. */
export function storedText(value: string, expression: Expression): string {
  const type = typeOf(expression);
  if (type === "id" || type === "reference") return toId18(value);
  if (type === "multipicklist" && expression.kind === "field") return inPicklistOrder(value, expression.field);
  return value;
}

function compareAverage(
  expression: Aggregate,
  operator: Operator,
  text: string,
  parameters: Compilation["parameters"],
): string {
  // Both sides times the count, so that nothing is divided and nothing rounded.
  const column = columnOf(expression.argument);
  const decimals = text.split(".")[1]?.length ?? 0;
  const scale = scaleOf(expression);
  const literal = BigInt(text.replace(".", "")) * 10n ** BigInt(scale);
  const sum = `SUM(${column}) * ${parameters.add(10n ** BigInt(decimals))}`;
  return compareValue(sum, operator, `${parameters.add(literal)} * COUNT(${column})`);
}

/** SQL of a comparison with one literal. */
export function compareLiteral(
  column: string,
  expression: Expression,
  operator: Operator,
  literal: Literal,
  compilation: Compilation,
): string {
  const { parameters } = compilation;
  switch (literal.kind) {
    case "null":
      return compareNull(column, expression, operator);
    case "boolean":
      // Across a missing parent a checkbox counts as unchecked.
      return `${column} IS ${literal.value === (operator === "=") ? "" : "NOT "}1`;
    case "number":
      if (expression.kind === "aggregate" && expression.name === "AVG")
        return compareAverage(expression, operator, literal.text.replace("+", ""), parameters);
      return compareNumber(column, operator, literal.text, scaleOf(expression), parameters);
    case "dateLiteral":
      return compareDateLiteral(column, expression, operator, literal, compilation);
    case "datetime":
      return compareValue(column, operator, parameters.add(new Date(literal.text).toISOString()));
    case "date":
      return compareValue(column, operator, parameters.add(literal.text));
    case "string":
      // Empty text is stored as null, as on the platform.
      if (literal.value === "") return compareNull(column, expression, operator);
      return compareValue(column, operator, parameters.add(storedText(literal.value, expression)));
  }
}
