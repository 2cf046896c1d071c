import type { Field, FieldType } from "../metadata/schema.ts";
import type { SoqlQuery } from "./ast.ts";
import { checkExpression, isAggregateCall, isLongText, refuseFormula } from "./checkExpression.ts";
import { identityOf, type CheckedCondition, type CheckedQuery, type Expression } from "./checkedQuery.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import type { QueryScope } from "./queryScope.ts";

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_groupby.htm
const NOT_GROUPED: ReadonlySet<FieldType> = new Set(["double", "currency", "percent", "datetime", "multipicklist"]);

function isGroupable(field: Field): boolean {
  return !NOT_GROUPED.has(field.type) && !isLongText(field) && field.autoNumberFormat === null;
}

/** The expressions that rows are grouped by. */
export function checkGroupBy(query: SoqlQuery, scope: QueryScope): Expression[] {
  return query.groupBy.map((operand) => {
    if (isAggregateCall(operand)) throw malformedQuery("Aggregate expressions are not allowed in GROUP BY");
    const expression = checkExpression(operand, scope);
    if (expression.kind !== "field") return expression;
    refuseFormula(expression, "grouping by");
    if (isGroupable(expression.field)) return expression;
    const message = `field '${expression.field.name}' can not be grouped in a query call`;
    throw queryErrorAt("MALFORMED_QUERY", scope.context.text, expression.at, message);
  });
}

/** Beside aggregates, only what rows are grouped by may be selected, filtered by HAVING or ordered by. */
function requireGrouped(expression: Expression, groups: ReadonlySet<string>, text: string): void {
  if (expression.kind === "aggregate" || groups.has(identityOf(expression))) return;
  const field = expression.kind === "field" ? expression : expression.argument;
  throw queryErrorAt(
    "MALFORMED_QUERY",
    text,
    expression.at,
    `Field must be grouped or aggregated: ${field.field.name}`,
  );
}

function expressionsIn(condition: CheckedCondition | null): Expression[] {
  if (!condition) return [];
  if (condition.kind === "not") return expressionsIn(condition.condition);
  if ("conditions" in condition) return condition.conditions.flatMap(expressionsIn);
  return [condition.expression];
}

/** Refuses a query with aggregates that also asks for a field it does not group by. */
export function checkGrouped(query: Pick<CheckedQuery, "items" | "groupBy" | "having" | "orderBy" | "text">): void {
  const groups = new Set(query.groupBy.map(identityOf));
  const selected = query.items.flatMap((item) => (item.kind === "column" ? [item.expression] : []));
  const ordered = query.orderBy.map((item) => item.expression);
  for (const expression of [...selected, ...expressionsIn(query.having), ...ordered])
    requireGrouped(expression, groups, query.text);
}
