import type { ObjectSchema, Schema } from "../metadata/schema.ts";
import { notSupported, SalesforceError } from "../salesforceError.ts";
import type { OrderItem, SoqlQuery } from "./ast.ts";
import { checkExpression, isAggregateCall, isLongText, refuseFormula } from "./checkExpression.ts";
import { checkCondition, type CheckSubQuery } from "./checkFilter.ts";
import { checkSelect, type CheckChild } from "./checkSelect.ts";
import type { CheckedItem, CheckedOrder, CheckedQuery, QueryAccess } from "./checkedQuery.ts";
import { checkGroupBy, checkGrouped } from "./checkGrouping.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import { QueryScope, type CheckContext } from "./queryScope.ts";
import { refuseInBulk } from "./refuseInBulk.ts";

function findObject(name: string, { schema, access }: CheckContext): ObjectSchema {
  const object = schema.objects.get(name.toLowerCase());
  if (object && access.canReadObject(object)) return object;
  throw new SalesforceError(
    "INVALID_TYPE",
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

function checkOrder(item: OrderItem, scope: QueryScope, isAggregate: boolean): CheckedOrder {
  const expression = checkExpression(item.operand, scope);
  if (expression.kind === "aggregate" && !isAggregate)
    throw malformedQuery("Aggregate expressions in ORDER BY need a query with GROUP BY");
  const field = expression.kind === "field" ? expression : expression.argument;
  refuseFormula(field, "ordering by");
  if (isLongText(field.field) || field.field.type === "multipicklist")
    throw queryErrorAt(
      "MALFORMED_QUERY",
      scope.context.text,
      field.at,
      `field '${field.field.name}' can not be sorted in a query call`,
    );
  // Nulls come first in both directions unless said otherwise:
  // https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_orderby.htm
  return {
    expression,
    isDescending: item.isDescending,
    nulls: item.nulls ?? "FIRST",
  };
}

function isMine(query: SoqlQuery, object: ObjectSchema): boolean {
  const scope = query.scope?.toLowerCase() ?? "everything";
  if (scope === "everything") return false;
  if (scope !== "mine") throw notSupported(`USING SCOPE ${query.scope}`);
  if (!object.fields.has("ownerid")) throw malformedQuery(`USING SCOPE mine: ${object.name} has no owner`);
  return true;
}

const MAX_OFFSET = 2000;

function checkRange(query: SoqlQuery, object: ObjectSchema): void {
  if (query.offset !== null && query.offset > MAX_OFFSET)
    throw new SalesforceError(
      "NUMBER_OUTSIDE_VALID_RANGE",
      `Maximum SOQL offset allowed for apiName ${object.name} is ${MAX_OFFSET}`,
    );
  if (query.limit !== null && query.limit > 2 ** 31 - 1)
    throw new SalesforceError("NUMBER_OUTSIDE_VALID_RANGE", "LIMIT is outside the valid range");
}

function isCountOnly(query: SoqlQuery): boolean {
  const [item] = query.select;
  const isCount = (candidate: typeof item): boolean =>
    candidate?.kind === "operand" &&
    candidate.operand.kind === "call" &&
    candidate.operand.name === "COUNT" &&
    candidate.operand.argument === null;
  if (!query.select.some(isCount)) return false;
  if (query.select.length === 1 && query.groupBy.length === 0 && isCount(item)) return true;
  throw malformedQuery("COUNT() must be the only element in the select list, without GROUP BY");
}

function isAggregateQuery(query: SoqlQuery): boolean {
  const aggregates = query.select.some((item) => item.kind === "operand" && isAggregateCall(item.operand));
  return aggregates || query.groupBy.length > 0;
}

function checkSelected(query: SoqlQuery, context: CheckContext, object: ObjectSchema): CheckedQuery {
  const scope = new QueryScope(context, object);
  scope.addAliases(query.from);
  const isCount = isCountOnly(query);
  const isAggregate = !isCount && isAggregateQuery(query);
  const items: CheckedItem[] = isCount ? [] : checkSelect(query, scope, isAggregate, checkChild);
  const groupBy = checkGroupBy(query, scope);
  const where = query.where && checkCondition(query.where, scope, false, checkSubQuery);
  const having = query.having && checkCondition(query.having, scope, true, checkSubQuery);
  const orderBy = query.orderBy.map((item) => checkOrder(item, scope, isAggregate));
  if (isAggregate) checkGrouped({ items, groupBy, having, orderBy, text: context.text });
  checkRange(query, object);
  const { text, limit, offset } = query;
  const { alias, joins } = scope;
  const ends = { having, orderBy, limit, offset, isMine: isMine(query, object) };
  return { text, object, alias, joins, items, isCount, isAggregate, where, groupBy, ...ends };
}

const checkChild: CheckChild = (query, scope, childObject) => {
  if (isCountOnly(query) || isAggregateQuery(query))
    throw malformedQuery("Aggregates are not allowed in a child subquery");
  return checkSelected(query, scope.context, findObject(childObject, scope.context));
};

const checkSubQuery: CheckSubQuery = (query, scope) => {
  if (isCountOnly(query) || isAggregateQuery(query))
    throw malformedQuery("Aggregates are not allowed in a semi-join subquery");
  return checkSelected(query, scope.context, findObject(query.from[0]!.path.parts.join("."), scope.context));
};

export interface CheckOptions {
  readonly schema: Schema;
  readonly access: QueryAccess;
  /** Bulk API 2.0 takes less: no aggregates, GROUP BY, OFFSET or child subqueries. */
  readonly isBulk?: boolean;
}

/** Looks every name up and refuses what the platform refuses. */
export function checkQuery(query: SoqlQuery, options: CheckOptions): CheckedQuery {
  let tables = 0;
  const context: CheckContext = {
    ...options,
    text: query.text,
    nextAlias: () => `t${tables++}`,
  };
  const object = findObject(query.from[0]!.path.parts.join("."), context);
  if (options.isBulk) refuseInBulk(query, isAggregateQuery(query));
  return checkSelected(query, context, object);
}
