import { quoted } from "../records/database.ts";
import type { DateFunction, Expression, FieldExpression } from "./checkedQuery.ts";

/** When and for whom a query runs. */
export interface QueryContext {
  readonly now: Date;
  /** IANA name of the user's zone. */
  readonly timeZone: string;
  readonly userId: string;
  /** queryAll: deleted rows too. */
  readonly includeDeleted: boolean;
  /** Which share of an object's rows this user does not see; null or none = all are seen. */
  readonly hidden?: (object: string) => { readonly share: number; readonly seed: number } | null;
}

/** Numbered parameters, so that SQL can be put together in any order. */
export class SqlParameters {
  readonly values: (string | bigint | null)[] = [];

  add(value: string | bigint): string {
    this.values.push(value);
    return `?${this.values.length}`;
  }
}

export interface Compilation {
  readonly context: QueryContext;
  readonly parameters: SqlParameters;
}

export function columnOf(field: FieldExpression): string {
  return `${field.alias}.${quoted(field.field.name)}`;
}

function integerAt(text: string, start: number, length: number): string {
  return `CAST(substr(${text}, ${start}, ${length}) AS INTEGER)`;
}

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
function dateFunctionSql(name: string, text: string): string {
  const month = integerAt(text, 6, 2);
  switch (name) {
    case "CALENDAR_YEAR":
    case "FISCAL_YEAR":
      return integerAt(text, 1, 4);
    case "CALENDAR_MONTH":
    case "FISCAL_MONTH":
      return month;
    case "CALENDAR_QUARTER":
    case "FISCAL_QUARTER":
      return `((${month} + 2) / 3)`;
    case "DAY_IN_MONTH":
      return integerAt(text, 9, 2);
    case "WEEK_IN_MONTH":
      return `((${integerAt(text, 9, 2)} + 6) / 7)`;
    case "DAY_IN_WEEK":
      return `(CAST(strftime('%w', ${text}) AS INTEGER) + 1)`;
    case "DAY_IN_YEAR":
      return `CAST(strftime('%j', ${text}) AS INTEGER)`;
    case "WEEK_IN_YEAR":
      return `((CAST(strftime('%j', ${text}) AS INTEGER) + 6) / 7)`;
    case "HOUR_IN_DAY":
      return integerAt(text, 12, 2);
    default:
      return `substr(${text}, 1, 10)`;
  }
}

function compileDateFunction(expression: DateFunction, { context, parameters }: Compilation): string {
  const column = columnOf(expression.argument);
  if (!expression.isConverted) return dateFunctionSql(expression.name, column);
  return dateFunctionSql(expression.name, `soql_local(${column}, ${parameters.add(context.timeZone)})`);
}

/** SQL of a value as comparisons, groups and orders use it. */
export function compileExpression(expression: Expression, compilation: Compilation): string {
  switch (expression.kind) {
    case "field":
      return columnOf(expression);
    case "dateFunction":
      return compileDateFunction(expression, compilation);
    case "aggregate": {
      const column = columnOf(expression.argument);
      if (expression.name === "COUNT_DISTINCT") return `COUNT(DISTINCT ${column})`;
      return `${expression.name}(${column})`;
    }
  }
}
