import { quoted } from "../records/database.ts";
import type { Field } from "../metadata/schema.ts";
import { toId18 } from "../records/recordId.ts";
import type { Literal, Operator } from "./ast.ts";
import {
  scaleOf,
  typeOf,
  type Aggregate,
  type CheckedCondition,
  type CheckedQuery,
  type Expression,
} from "./checkedQuery.ts";
import { columnOf, compileExpression, type Compilation } from "./compileExpression.ts";
import { compareNumber } from "./compareNumber.ts";
import { dayIn, dayRangeOf, startOfDay } from "./dateLiterals.ts";

/** Compiles the subquery of a semi-join; given from outside, because queries and filters hold each other. */
export type CompileSubQuery = (query: CheckedQuery, compilation: Compilation) => string;

type Comparison = Extract<CheckedCondition, { kind: "compare" }>;

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

function storedText(value: string, expression: Expression): string {
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

function compareLiteral(
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

/** Texts and ids as one SQL list; anything else as alternatives. */
function compileIn(column: string, { expression, literals }: Comparison, compilation: Compilation): string {
  const texts = literals.filter((literal) => literal.kind === "string" && literal.value !== "");
  const others = literals.filter((literal) => !texts.includes(literal));
  const alternatives = others.map((literal) => compareLiteral(column, expression, "=", literal, compilation));
  if (texts.length > 0) {
    const marks = texts.map((literal) =>
      compilation.parameters.add(storedText(literal.kind === "string" ? literal.value : "", expression)),
    );
    alternatives.unshift(`${column} IN (${marks.join(", ")})`);
  }
  return `(${alternatives.join(" OR ")})`;
}

/** Each literal is one alternative; `A;B` asks for both values at once. */
function compileIncludes(column: string, literals: readonly Literal[], { parameters }: Compilation): string {
  const alternatives = literals.map((literal) => {
    if (literal.kind !== "string") return `${column} IS NULL`;
    const parts = literal.value.split(";").map((part) => parameters.add(`;${part.trim().toLowerCase()};`));
    return `(${parts.map((part) => `instr(';' || lower(${column}) || ';', ${part}) > 0`).join(" AND ")})`;
  });
  return `(${alternatives.join(" OR ")})`;
}

// Only ASCII letters lose their case: SQLite folds no others.
function compileLike(column: string, literal: Literal | undefined, { parameters }: Compilation): string {
  if (literal?.kind !== "string") return `${column} IS NULL`;
  return `${column} LIKE ${parameters.add(literal.pattern)} ESCAPE '\\'`;
}

function compileComparison(condition: Comparison, compilation: Compilation): string {
  const { expression, operator, literals } = condition;
  const column = compileExpression(expression, compilation);
  switch (operator as string) {
    case "IN":
      return compileIn(column, condition, compilation);
    // Like `!=`, NOT IN and EXCLUDES also find empty values: SOQL's logic has two values, not three.
    case "NOT IN":
      return `(${compileIn(column, condition, compilation)}) IS NOT TRUE`;
    case "INCLUDES":
      return compileIncludes(column, literals, compilation);
    case "EXCLUDES":
      return `(${compileIncludes(column, literals, compilation)}) IS NOT TRUE`;
    case "LIKE":
      return compileLike(column, literals[0], compilation);
    default:
      return compareLiteral(column, expression, operator, literals[0]!, compilation);
  }
}

/** SQL of a condition. */
export function compileCondition(
  condition: CheckedCondition,
  compilation: Compilation,
  compileSubQuery: CompileSubQuery,
): string {
  const compile = (inner: CheckedCondition): string => compileCondition(inner, compilation, compileSubQuery);
  switch (condition.kind) {
    case "and":
    case "or":
      return `(${condition.conditions.map(compile).join(condition.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `(${compile(condition.condition)}) IS NOT TRUE`;
    case "compare":
      return compileComparison(condition, compilation);
    case "semiJoin": {
      const isIn = `${columnOf(condition.expression)} IN (${compileSubQuery(condition.query, compilation)})`;
      return condition.isNegated ? `(${isIn}) IS NOT TRUE` : isIn;
    }
  }
}

/** Only rows that are not in the recycle bin. Custom metadata has none. */
export function liveRows(query: CheckedQuery, compilation: Compilation): string[] {
  if (compilation.context.includeDeleted || query.object.kind === "customMetadata") return [];
  return [`${query.alias}.${quoted("IsDeleted")} = 0`];
}
