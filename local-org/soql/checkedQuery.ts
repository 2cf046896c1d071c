import type { Field, FieldType, ObjectSchema } from "../metadata/schema.ts";
import type { Literal, Operator } from "./ast.ts";

/** What the asking user may see. What he may not see is answered as if it did not exist, as on the platform. */
export interface QueryAccess {
  canReadObject(object: ObjectSchema): boolean;
  canReadField(object: ObjectSchema, field: Field): boolean;
}

/** One step up: `alias` is the parent's table, found through a reference field of `parentAlias`. */
export interface Join {
  readonly alias: string;
  readonly object: ObjectSchema;
  readonly parentAlias: string;
  readonly field: Field;
}

export interface FieldExpression {
  readonly kind: "field";
  readonly alias: string;
  readonly object: ObjectSchema;
  readonly field: Field;
  /** Relationship names and the field's, in the schema's spelling. */
  readonly path: readonly string[];
  readonly at: number;
}

export interface DateFunction {
  readonly kind: "dateFunction";
  readonly name: string;
  /** Inside convertTimezone(): in the user's zone instead of UTC. */
  readonly isConverted: boolean;
  readonly argument: FieldExpression;
  readonly at: number;
}

export interface Aggregate {
  readonly kind: "aggregate";
  readonly name: "COUNT" | "COUNT_DISTINCT" | "SUM" | "AVG" | "MIN" | "MAX";
  readonly argument: FieldExpression;
  readonly at: number;
}

export type Expression = FieldExpression | DateFunction | Aggregate;

export interface CheckedColumn {
  readonly kind: "column";
  /** Keys from the record down to the value: `["Account", "Name"]`. */
  readonly keys: readonly string[];
  readonly expression: Expression;
  /** toLabel(): the picklist value's label. */
  readonly isLabel: boolean;
}

export interface CheckedChildren {
  readonly kind: "children";
  readonly name: string;
  /** The child's field that points up. */
  readonly field: Field;
  readonly query: CheckedQuery;
}

export type CheckedItem = CheckedColumn | CheckedChildren;

export type CheckedCondition =
  | {
      readonly kind: "and" | "or";
      readonly conditions: readonly CheckedCondition[];
    }
  | { readonly kind: "not"; readonly condition: CheckedCondition }
  | {
      readonly kind: "compare";
      readonly expression: Expression;
      readonly operator: Operator;
      readonly literals: readonly Literal[];
    }
  | {
      readonly kind: "semiJoin";
      readonly expression: FieldExpression;
      readonly isNegated: boolean;
      readonly query: CheckedQuery;
    };

export interface CheckedOrder {
  readonly expression: Expression;
  readonly isDescending: boolean;
  readonly nulls: "FIRST" | "LAST";
}

/** A query whose every name exists, may be read, and fits where it stands. */
export interface CheckedQuery {
  readonly text: string;
  readonly object: ObjectSchema;
  readonly alias: string;
  /** Parents in use, each after the one it hangs on. */
  readonly joins: readonly Join[];
  readonly items: readonly CheckedItem[];
  readonly isCount: boolean;
  readonly isAggregate: boolean;
  readonly isMine: boolean;
  readonly where: CheckedCondition | null;
  readonly groupBy: readonly Expression[];
  readonly having: CheckedCondition | null;
  readonly orderBy: readonly CheckedOrder[];
  readonly limit: number | null;
  readonly offset: number | null;
}

const COUNTS: ReadonlySet<string> = new Set(["COUNT", "COUNT_DISTINCT"]);

/** The type of an expression's value. */
export function typeOf(expression: Expression): FieldType {
  switch (expression.kind) {
    case "field":
      return expression.field.type;
    case "dateFunction":
      return expression.name === "DAY_ONLY" ? "date" : "int";
    case "aggregate":
      if (COUNTS.has(expression.name)) return "int";
      if (expression.name === "AVG") return "double";
      return expression.argument.field.type;
  }
}

/** Decimals of the value as the database holds it. */
export function scaleOf(expression: Expression): number {
  if (expression.kind === "field") return expression.field.scale;
  if (expression.kind === "dateFunction" || COUNTS.has(expression.name)) return 0;
  return expression.argument.field.scale;
}

/** Two spellings of one expression give the same text. */
export function identityOf(expression: Expression): string {
  if (expression.kind === "field") return `${expression.alias}.${expression.field.name}`;
  const zone = expression.kind === "dateFunction" && expression.isConverted;
  return `${expression.name}(${identityOf(expression.argument)}${zone ? " in zone" : ""})`;
}
