import { notSupported, SalesforceError } from "../salesforceError.ts";
import type { Field } from "../metadata/schema.ts";
import type { SelectItem, SoqlQuery } from "./ast.ts";
import { checkExpression } from "./checkExpression.ts";
import type { CheckedColumn, CheckedItem, CheckedQuery, Expression } from "./checkedQuery.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import { unknownChildRelationship, type QueryScope } from "./queryScope.ts";

/** Checks a child subquery; given from outside, because queries and their subqueries hold each other. */
export type CheckChild = (query: SoqlQuery, scope: QueryScope, childObject: string) => CheckedQuery;

type OperandItem = Extract<SelectItem, { kind: "operand" }>;

function checkLabel(item: OperandItem, scope: QueryScope): CheckedColumn {
  const inner = item.operand.kind === "call" ? item.operand.argument : null;
  if (inner?.kind !== "path") throw notSupported("toLabel() of a function");
  const expression = scope.resolve(inner);
  if (!["picklist", "multipicklist"].includes(expression.field.type))
    throw notSupported(`toLabel() of the ${expression.field.type} field ${expression.field.name}`);
  const keys = [...expression.path.slice(0, -1), item.alias ?? expression.field.name];
  return { kind: "column", keys, expression, isLabel: true };
}

function checkOperand(item: OperandItem, scope: QueryScope, isAggregate: boolean): CheckedColumn {
  const { operand, alias } = item;
  if (operand.kind === "call" && operand.name === "TOLABEL") return checkLabel(item, scope);
  const expression = checkExpression(operand, scope);
  if (alias !== null && !isAggregate)
    throw queryErrorAt("MALFORMED_QUERY", scope.context.text, item.at, "only aggregate expressions use field aliasing");
  if (expression.kind === "dateFunction" && !isAggregate)
    throw malformedQuery(`${expression.name}() in the select list needs GROUP BY`);
  if (!isAggregate && expression.kind === "field")
    return {
      kind: "column",
      keys: expression.path,
      expression,
      isLabel: false,
    };
  // An aggregate row is flat: a parent's field has its own name alone, an unnamed function expr0, expr1 ...
  const name = alias ?? (expression.kind === "field" ? expression.field.name : "");
  return { kind: "column", keys: [name], expression, isLabel: false };
}

function fieldColumn(field: Field, scope: QueryScope, at: number): CheckedColumn {
  const expression: Expression = {
    kind: "field",
    alias: scope.alias,
    object: scope.object,
    field,
    path: [field.name],
    at,
  };
  return { kind: "column", keys: [field.name], expression, isLabel: false };
}

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_fields.htm
function expandFields(
  item: Extract<SelectItem, { kind: "fields" }>,
  query: SoqlQuery,
  scope: QueryScope,
): CheckedColumn[] {
  const isBounded = query.limit !== null && query.limit <= 200;
  if (item.group !== "STANDARD" && !isBounded)
    throw malformedQuery("The SOQL FIELDS function must have a LIMIT of at most 200");
  return scope
    .readableFields()
    .filter((field) => item.group === "ALL" || field.isCustom === (item.group === "CUSTOM"))
    .map((field) => fieldColumn(field, scope, item.at));
}

function checkChildren(
  item: Extract<SelectItem, { kind: "subquery" }>,
  scope: QueryScope,
  checkChild: CheckChild,
): CheckedItem {
  const path = item.query.from[0]!.path;
  const isQualified = path.parts.length > 1 && path.parts[0]!.toLowerCase() === scope.object.name.toLowerCase();
  const name = (isQualified ? path.parts.slice(1) : path.parts).join(".");
  const relationship = scope.object.childRelationships.get(name.toLowerCase());
  const { schema, access } = scope.context;
  const child = schema.objects.get(relationship?.childObject.toLowerCase() ?? "");
  const field = child?.fields.get(relationship?.childField.toLowerCase() ?? "");
  const isReadable = child && field && access.canReadObject(child) && access.canReadField(child, field);
  if (!relationship || !isReadable) throw unknownChildRelationship(scope.context, name, path.at);
  return {
    kind: "children",
    name: relationship.name,
    field,
    query: checkChild(item.query, scope, child.name),
  };
}

function nameExpressions(items: readonly CheckedItem[]): CheckedItem[] {
  let count = 0;
  return items.map((item) =>
    item.kind === "column" && item.keys[0] === "" ? { ...item, keys: [`expr${count++}`] } : item,
  );
}

function refuseDuplicates(items: readonly CheckedItem[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    const name = item.kind === "column" ? item.keys.join(".") : item.name;
    if (seen.has(name.toLowerCase())) throw new SalesforceError("INVALID_FIELD", `duplicate field selected: ${name}`);
    seen.add(name.toLowerCase());
  }
}

/** The select list, with FIELDS() spelled out. */
export function checkSelect(
  query: SoqlQuery,
  scope: QueryScope,
  isAggregate: boolean,
  checkChild: CheckChild,
): CheckedItem[] {
  const items = query.select.flatMap((item): CheckedItem[] => {
    if (item.kind === "operand") return [checkOperand(item, scope, isAggregate)];
    if (isAggregate)
      throw malformedQuery("FIELDS() and subqueries are not allowed in a query with GROUP BY or aggregates");
    return item.kind === "fields" ? expandFields(item, query, scope) : [checkChildren(item, scope, checkChild)];
  });
  const named = nameExpressions(items);
  refuseDuplicates(named);
  return named;
}
