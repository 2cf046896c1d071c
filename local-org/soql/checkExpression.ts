import type { Field, FieldType } from "../metadata/schema.ts";
import { notSupported } from "../salesforceError.ts";
import type { FunctionCall, Operand } from "./ast.ts";
import type { Aggregate, Expression, FieldExpression } from "./checkedQuery.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";
import type { QueryScope } from "./queryScope.ts";

const AGGREGATES: ReadonlySet<string> = new Set(["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"]);

/** Date functions; those of the second list need a time. */
const DATE_FUNCTIONS: ReadonlySet<string> = new Set([
  "CALENDAR_MONTH",
  "CALENDAR_QUARTER",
  "CALENDAR_YEAR",
  "DAY_IN_MONTH",
  "DAY_IN_WEEK",
  "DAY_IN_YEAR",
  "FISCAL_MONTH",
  "FISCAL_QUARTER",
  "FISCAL_YEAR",
  "WEEK_IN_MONTH",
  "WEEK_IN_YEAR",
]);
const TIME_FUNCTIONS: ReadonlySet<string> = new Set(["DAY_ONLY", "HOUR_IN_DAY"]);

const NUMBERS: ReadonlySet<FieldType> = new Set(["int", "double", "currency", "percent"]);
const NEVER_COMPARED: ReadonlySet<FieldType> = new Set(["boolean", "multipicklist"]);

/** Text areas beyond 255 characters: neither filtered, sorted, grouped nor aggregated. */
export function isLongText(field: Field): boolean {
  return field.type === "textarea" && field.length > 255;
}

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_agg_functions_field_types.htm
function takesAggregate(name: string, field: Field): boolean {
  if (isLongText(field)) return false;
  if (name === "SUM" || name === "AVG") return NUMBERS.has(field.type);
  if (name === "MIN" || name === "MAX") return !NEVER_COMPARED.has(field.type);
  return field.type !== "multipicklist";
}

export function isAggregateCall(operand: Operand): boolean {
  return operand.kind === "call" && AGGREGATES.has(operand.name);
}

/** Calculated fields have no column, so the database cannot compare them. */
export function refuseFormula(expression: FieldExpression, use: string): void {
  if (expression.field.formula !== null)
    throw notSupported(`${use} the formula field ${expression.object.name}.${expression.field.name}`);
}

function checkAggregate(call: FunctionCall, argument: FieldExpression, scope: QueryScope): Aggregate {
  refuseFormula(argument, "aggregating");
  if (!takesAggregate(call.name, argument.field))
    throw queryErrorAt(
      "MALFORMED_QUERY",
      scope.context.text,
      call.at,
      `field ${argument.field.name} does not support aggregate operator ${call.name}`,
    );
  const name = call.name as Aggregate["name"];
  return { kind: "aggregate", name, argument, at: call.at };
}

function checkDateFunction(call: FunctionCall, scope: QueryScope): Expression {
  const inner = call.argument;
  const isConverted = inner?.kind === "call";
  const path = isConverted ? inner.argument : inner;
  if (path?.kind !== "path") throw malformedQuery(`unexpected token: '${call.name}'`);
  const argument = scope.resolve(path);
  refuseFormula(argument, "a date function on");
  const needsTime = TIME_FUNCTIONS.has(call.name) || isConverted;
  const { type } = argument.field;
  if (type !== "datetime" && (needsTime || type !== "date"))
    throw queryErrorAt(
      "INVALID_FIELD",
      scope.context.text,
      call.at,
      `field '${argument.field.name}' of type ${type} cannot be used in ${call.name}()`,
    );
  return {
    kind: "dateFunction",
    name: call.name,
    isConverted,
    argument,
    at: call.at,
  };
}

/** A field or function anywhere but under toLabel(). */
export function checkExpression(operand: Operand, scope: QueryScope): Expression {
  if (operand.kind === "path") return scope.resolve(operand);
  if (DATE_FUNCTIONS.has(operand.name) || TIME_FUNCTIONS.has(operand.name)) return checkDateFunction(operand, scope);
  const inner = operand.argument;
  if (AGGREGATES.has(operand.name)) {
    if (inner?.kind === "call") throw notSupported(`${operand.name}() of a function in SOQL`);
    if (!inner) throw malformedQuery("COUNT() must be the only element in the select list");
    return checkAggregate(operand, scope.resolve(inner), scope);
  }
  throw notSupported(`${operand.name}() here in SOQL`);
}
