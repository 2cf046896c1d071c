import { notSupported, SalesforceError } from "../salesforceError.ts";
import { isValidId } from "../records/recordId.ts";
import type { FieldType } from "../metadata/schema.ts";
import type { Condition, Literal, Operator } from "./ast.ts";
import { checkExpression, isAggregateCall, isLongText, refuseFormula } from "./checkExpression.ts";
import {
  typeOf,
  type CheckedCondition,
  type CheckedQuery,
  type Expression,
  type FieldExpression,
} from "./checkedQuery.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import type { QueryScope } from "./queryScope.ts";
import type { SoqlQuery } from "./ast.ts";

/** Checks a subquery of a semi-join; given from outside, because queries and filters hold each other. */
export type CheckSubQuery = (query: SoqlQuery, scope: QueryScope) => CheckedQuery;

type LiteralKind = Literal["kind"];

const EXPECTED: Readonly<Record<FieldType, { kinds: readonly LiteralKind[]; name: string; isQuoted: boolean }>> = {
  id: { kinds: ["string"], name: "string", isQuoted: true },
  reference: { kinds: ["string"], name: "string", isQuoted: true },
  string: { kinds: ["string"], name: "string", isQuoted: true },
  textarea: { kinds: ["string"], name: "string", isQuoted: true },
  picklist: { kinds: ["string"], name: "string", isQuoted: true },
  multipicklist: { kinds: ["string"], name: "string", isQuoted: true },
  email: { kinds: ["string"], name: "string", isQuoted: true },
  phone: { kinds: ["string"], name: "string", isQuoted: true },
  url: { kinds: ["string"], name: "string", isQuoted: true },
  boolean: { kinds: ["boolean"], name: "boolean", isQuoted: false },
  int: { kinds: ["number"], name: "int", isQuoted: false },
  double: { kinds: ["number"], name: "double", isQuoted: false },
  currency: { kinds: ["number"], name: "double", isQuoted: false },
  percent: { kinds: ["number"], name: "double", isQuoted: false },
  date: { kinds: ["date", "dateLiteral"], name: "date", isQuoted: false },
  datetime: {
    kinds: ["datetime", "dateLiteral"],
    name: "dateTime",
    isQuoted: false,
  },
};

const LIKE_TYPES: ReadonlySet<FieldType> = new Set(["string", "textarea", "picklist", "email", "phone", "url"]);
const EQUALITY: ReadonlySet<Operator> = new Set(["=", "!=", "IN", "NOT IN"]);

function takesOperator(type: FieldType, operator: Operator): boolean {
  if (operator === "LIKE") return LIKE_TYPES.has(type);
  if (operator === "INCLUDES" || operator === "EXCLUDES") return type === "multipicklist";
  if (type === "boolean" || type === "multipicklist") return EQUALITY.has(operator);
  return true;
}

/** The name of what is compared, for messages. */
function nameOf(expression: Expression): string {
  return expression.kind === "field" ? expression.field.name : `${expression.name}(${nameOf(expression.argument)})`;
}

function isCalendarValue(literal: Literal): boolean {
  if (literal.kind === "date") return isDate(literal.text);
  if (literal.kind === "datetime") return isDate(literal.text.slice(0, 10)) && !Number.isNaN(Date.parse(literal.text));
  return true;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkLiteral(expression: Expression, literal: Literal, scope: QueryScope): void {
  if (literal.kind === "null") return;
  const { text } = scope.context;
  const type = typeOf(expression);
  const { kinds, name, isQuoted } = EXPECTED[type];
  if (!kinds.includes(literal.kind)) {
    const quotes = isQuoted ? "should be enclosed in quotes" : "should not be enclosed in quotes";
    const message = `value of filter criterion for field '${nameOf(expression)}' must be of type ${name} and ${quotes}`;
    throw queryErrorAt("INVALID_FIELD", text, expression.at, message);
  }
  if (!isCalendarValue(literal)) throw queryErrorAt("MALFORMED_QUERY", text, literal.at, "invalid date or time");
  const isId = type === "id" || type === "reference";
  if (isId && literal.kind === "string" && literal.value !== "" && !isValidId(literal.value))
    throw queryErrorAt("INVALID_QUERY_FILTER_OPERATOR", text, expression.at, `invalid ID field: ${literal.value}`);
}

function checkOperator(expression: Expression, operator: Operator, scope: QueryScope): void {
  if (takesOperator(typeOf(expression), operator)) return;
  const message = `invalid operator on ${typeOf(expression)} field '${nameOf(expression)}': ${operator}`;
  throw queryErrorAt("INVALID_QUERY_FILTER_OPERATOR", scope.context.text, expression.at, message);
}

function checkFilterable(expression: Expression, scope: QueryScope): void {
  const field = expression.kind === "field" ? expression : expression.argument;
  refuseFormula(field, "filtering on");
  if (isLongText(field.field))
    throw queryErrorAt(
      "INVALID_FIELD",
      scope.context.text,
      field.at,
      `field '${field.field.name}' can not be filtered in a query call`,
    );
}

const SEMI_JOIN_TYPES: ReadonlySet<FieldType> = new Set(["id", "reference"]);

/** The objects whose ids the field may hold. */
function targetsOf({ field, object }: FieldExpression): readonly string[] {
  return field.type === "id" ? [object.name] : (field.reference?.to ?? []);
}

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
function checkSemiJoin(
  condition: Extract<Condition, { kind: "semiJoin" }>,
  scope: QueryScope,
  checkSubQuery: CheckSubQuery,
): CheckedCondition {
  const expression = checkExpression(condition.operand, scope);
  const query = checkSubQuery(condition.query, scope);
  const [item] = query.items;
  const inner = item?.kind === "column" ? item.expression : null;
  if (query.items.length !== 1 || inner?.kind !== "field")
    throw malformedQuery("a semi-join or anti-join subquery must select exactly one field");
  if (expression.kind !== "field" || !SEMI_JOIN_TYPES.has(typeOf(expression)) || !SEMI_JOIN_TYPES.has(typeOf(inner)))
    throw malformedQuery("The inner and outer selected fields of a semi-join must be ID or reference fields");
  const outerTargets = targetsOf(expression);
  if (!targetsOf(inner).some((name) => outerTargets.includes(name)))
    throw malformedQuery(
      `The selected field '${inner.field.name}' in the subquery and the left operand field '${expression.field.name}' in the where expression in the outer query should point to the same object type`,
    );
  return {
    kind: "semiJoin",
    expression,
    isNegated: condition.isNegated,
    query,
  };
}

function checkComparison(
  condition: Extract<Condition, { kind: "compare" }>,
  scope: QueryScope,
  isHaving: boolean,
): CheckedCondition {
  const { operand, operator, literals } = condition;
  if (isAggregateCall(operand) && !isHaving)
    throw malformedQuery("Aggregate expressions are not allowed in WHERE; use HAVING");
  if (operand.kind === "call" && operand.name === "TOLABEL") throw notSupported("toLabel() in a filter");
  const expression = checkExpression(operand, scope);
  checkFilterable(expression, scope);
  checkOperator(expression, operator, scope);
  for (const literal of literals) checkLiteral(expression, literal, scope);
  return { kind: "compare", expression, operator, literals };
}

/** WHERE, and HAVING, which alone may compare aggregates. */
export function checkCondition(
  condition: Condition,
  scope: QueryScope,
  isHaving: boolean,
  checkSubQuery: CheckSubQuery,
): CheckedCondition {
  const check = (inner: Condition): CheckedCondition => checkCondition(inner, scope, isHaving, checkSubQuery);
  switch (condition.kind) {
    case "and":
    case "or":
      return {
        kind: condition.kind,
        conditions: condition.conditions.map(check),
      };
    case "not":
      return { kind: "not", condition: check(condition.condition) };
    case "semiJoin":
      if (isHaving) throw new SalesforceError("MALFORMED_QUERY", "semi-joins are not allowed in HAVING");
      return checkSemiJoin(condition, scope, checkSubQuery);
    case "compare":
      return checkComparison(condition, scope, isHaving);
  }
}
