/** SOQL as written, before any name is looked up. `at` is the offset in the text, for messages. */
export interface FieldPath {
  readonly kind: "path";
  readonly parts: readonly string[];
  readonly at: number;
}

export interface FunctionCall {
  readonly kind: "call";
  /** Upper case: `CALENDAR_YEAR`. */
  readonly name: string;
  /** null for `COUNT()`. */
  readonly argument: Operand | null;
  readonly at: number;
}

export type Operand = FieldPath | FunctionCall;

export type SelectItem =
  | {
      readonly kind: "operand";
      readonly operand: Operand;
      readonly alias: string | null;
      readonly at: number;
    }
  | {
      readonly kind: "fields";
      readonly group: "ALL" | "STANDARD" | "CUSTOM";
      readonly at: number;
    }
  | {
      readonly kind: "subquery";
      readonly query: SoqlQuery;
      readonly at: number;
    };

export type Literal =
  | { readonly kind: "null"; readonly at: number }
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: number }
  | { readonly kind: "number"; readonly text: string; readonly at: number }
  | {
      readonly kind: "string";
      readonly value: string;
      /** The value as a LIKE pattern: `\%` and `\_` stay escaped. */
      readonly pattern: string;
      readonly at: number;
    }
  | { readonly kind: "date"; readonly text: string; readonly at: number }
  | { readonly kind: "datetime"; readonly text: string; readonly at: number }
  | {
      /** `LAST_N_DAYS:30` as name and number. */
      readonly kind: "dateLiteral";
      readonly name: string;
      readonly count: number | null;
      readonly at: number;
    };

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE" | "IN" | "NOT IN" | "INCLUDES" | "EXCLUDES";

export type Condition =
  | {
      readonly kind: "and" | "or";
      readonly conditions: readonly Condition[];
    }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "compare";
      readonly operand: Operand;
      readonly operator: Operator;
      readonly literals: readonly Literal[];
      readonly at: number;
    }
  | {
      readonly kind: "semiJoin";
      readonly operand: Operand;
      readonly isNegated: boolean;
      readonly query: SoqlQuery;
      readonly at: number;
    };

export interface OrderItem {
  readonly operand: Operand;
  readonly isDescending: boolean;
  /** null = not said. */
  readonly nulls: "FIRST" | "LAST" | null;
}

export interface FromItem {
  readonly path: FieldPath;
  readonly alias: string | null;
}

export interface SoqlQuery {
  /** The whole text, which `at` counts in. */
  readonly text: string;
  readonly select: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly groupBy: readonly Operand[];
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: number | null;
  readonly offset: number | null;
}
