import { notSupported, SalesforceError } from "../salesforceError.ts";
import type { FieldType } from "../metadata/schema.ts";
import type { Condition, Operator, SoqlQuery } from "./ast.ts";
import { checkExpression, isAggregateCall, isLongText, refuseFormula } from "./checkExpression.ts";
import {
  typeOf,
  type CheckedCondition,
  type CheckedQuery,
  type Expression,
  type FieldExpression,
} from "./checkedQuery.ts";
import { checkLiteral, nameOf } from "./checkLiteral.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import type { QueryScope } from "./queryScope.ts";

/** Checks a subquery of a semi-join; given from outside, because queries and filters hold each other. */
export type CheckSubQuery = (query: SoqlQuery, scope: QueryScope) => CheckedQuery;

const LIKE_TYPES: ReadonlySet<FieldType> = new Set(["string", "textarea", "picklist", "email", "phone", "url"]);
const EQUALITY: ReadonlySet<Operator> = new Set(["=", "!=", "IN", "NOT IN"]);

function takesOperator(type: FieldType, operator: Operator): boolean {
  if (operator === "LIKE") return LIKE_TYPES.has(type);
  if (operator === "INCLUDES" || operator === "EXCLUDES") return type === "multipicklist";
  if (type === "boolean" || type === "multipicklist") return EQUALITY.has(operator);
  return true;
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
