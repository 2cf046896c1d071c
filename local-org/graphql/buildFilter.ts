import type { UiReader } from "../api/ui/uiReader.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Condition, Operator } from "../soql/ast.ts";
import { filterLiteral } from "./filterLiteral.ts";

type Input = Readonly<Record<string, unknown>>;

const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: "=",
  ne: "!=",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
  like: "LIKE",
  in: "IN",
  nin: "NOT IN",
  includes: "INCLUDES",
  excludes: "EXCLUDES",
};

function asInput(value: unknown, name: string): Input {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value as Input;
  throw new SalesforceError("INVALID_FIELD", `The filter of '${name}' must be an object`);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function joined(kind: "and" | "or", conditions: readonly Condition[]): Condition | null {
  if (conditions.length < 2) return conditions[0] ?? null;
  return { kind, conditions };
}

/** A `where` as a tree of SOQL, for one object; parents are paths of relationship names. */
export class FilterBuilder {
  readonly #reader: UiReader;

  constructor(reader: UiReader) {
    this.#reader = reader;
  }

  /** null = no condition at all. */
  build(object: ObjectSchema, input: Input, path: readonly string[] = []): Condition | null {
    const conditions = Object.entries(input)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => this.#member(object, name, value, path));
    return joined(
      "and",
      conditions.filter((condition) => condition !== null),
    );
  }

  #member(object: ObjectSchema, name: string, value: unknown, path: readonly string[]): Condition | null {
    if (name === "and" || name === "or") {
      const parts = asList(value).map((item) => this.build(object, asInput(item, name), path));
      return joined(
        name,
        parts.filter((part) => part !== null),
      );
    }
    if (name === "not") {
      const condition = this.build(object, asInput(value, name), path);
      return condition && { kind: "not", condition };
    }
    return this.#fieldOrParent(object, name, asInput(value, name), path);
  }

  #fieldOrParent(object: ObjectSchema, name: string, value: Input, path: readonly string[]): Condition | null {
    const field = this.#reader.field(object, name);
    if (field) {
      const conditions = Object.entries(value).map(([operator, operand]) =>
        operator === "inq" || operator === "ninq"
          ? this.#semiJoin([...path, field.name], operator === "ninq", asInput(operand, operator))
          : comparison([...path, field.name], field.type, operator, operand),
      );
      return joined("and", conditions);
    }
    const parent = this.#reader.parent(object, name);
    if (!parent) throw new SalesforceError("INVALID_FIELD", `No such column '${name}' on entity '${object.name}'.`);
    return this.build(parent.object, value, [...path, parent.field.reference!.relationshipName]);
  }

  #semiJoin(parts: readonly string[], isNegated: boolean, join: Input): Condition {
    const [name = "", filter] = Object.entries(join).find(([key]) => key !== "ApiName") ?? [];
    const object = this.#reader.object(name);
    const selected = { kind: "path" as const, parts: [String(join["ApiName"])], at: 0 };
    const query = {
      text: "",
      select: [{ kind: "operand" as const, operand: selected, alias: null, at: 0 }],
      from: [{ path: { kind: "path" as const, parts: [object.name], at: 0 }, alias: null }],
      scope: null,
      where: this.build(object, asInput(filter ?? {}, name)),
      groupBy: [],
      having: null,
      orderBy: [],
      limit: null,
      offset: null,
    };
    return { kind: "semiJoin", operand: { kind: "path", parts, at: 0 }, isNegated, query, at: 0 };
  }
}

function comparison(
  parts: readonly string[],
  type: Parameters<typeof filterLiteral>[0],
  name: string,
  operand: unknown,
): Condition {
  const operator = OPERATORS[name];
  if (!operator) throw new SalesforceError("INVALID_QUERY_FILTER_OPERATOR", `Unknown operator '${name}'`);
  const literals = asList(operand).map((item) => filterLiteral(type, item));
  return { kind: "compare", operand: { kind: "path", parts, at: 0 }, operator, literals, at: 0 };
}
