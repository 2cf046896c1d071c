import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
} from "graphql";
import type { FieldType } from "../metadata/schema.ts";
import { Int } from "./scalars.ts";
import type { FieldKind } from "./valueTypes.ts";

const PERIODS = ["WEEK", "MONTH", "QUARTER", "YEAR", "FISCAL_QUARTER", "FISCAL_YEAR"];
const LITERALS = [
  "YESTERDAY",
  "TODAY",
  "TOMORROW",
  "LAST_90_DAYS",
  "NEXT_90_DAYS",
  ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
];
const RANGES = ["days", "weeks", "months", "quarters", "years", "fiscal_quarters", "fiscal_years"].flatMap((unit) => [
  `last_n_${unit}`,
  `next_n_${unit}`,
]);

const DateLiteral = new GraphQLEnumType({
  name: "DateLiteral",
  values: Object.fromEntries(LITERALS.map((name) => [name, {}])),
});

const DateRange = new GraphQLInputObjectType({
  name: "DateRange",
  fields: Object.fromEntries(RANGES.map((name) => [name, { type: Int }])),
});

const inputs = new Map<string, GraphQLInputObjectType>();

function once(name: string, make: () => GraphQLInputFieldConfigMap): GraphQLInputObjectType {
  let type = inputs.get(name);
  if (!type) inputs.set(name, (type = new GraphQLInputObjectType({ name, fields: make() })));
  return type;
}

function dateInput({ stem, scalar }: FieldKind): GraphQLInputObjectType {
  return once(`${stem}Input`, () => ({
    value: { type: scalar },
    literal: { type: DateLiteral },
    range: { type: DateRange },
  }));
}

/** `eq`, `ne` and so on, each with that operand. */
export function operatorFields(operand: GraphQLInputType, names: readonly string[]): GraphQLInputFieldConfigMap {
  const isList = (name: string): boolean => ["in", "nin", "includes", "excludes"].includes(name);
  return Object.fromEntries(names.map((name) => [name, { type: isList(name) ? new GraphQLList(operand) : operand }]));
}

export const COMPARISONS: readonly string[] = ["eq", "ne", "lt", "gt", "lte", "gte", "in", "nin"];
const LIKE_TYPES: ReadonlySet<FieldType> = new Set(["string", "textarea", "picklist", "email", "phone", "url"]);

/** The operators of a kind of field; ids have their own, because they join. */
export function operatorType(type: FieldType, kind: FieldKind): GraphQLInputObjectType {
  return once(`${kind.stem}Operators`, () => {
    if (type === "boolean") return operatorFields(kind.scalar, ["eq", "ne"]);
    if (type === "multipicklist") return operatorFields(kind.scalar, ["eq", "ne", "includes", "excludes"]);
    if (type === "date" || type === "datetime") return operatorFields(dateInput(kind), COMPARISONS);
    return operatorFields(kind.scalar, LIKE_TYPES.has(type) ? [...COMPARISONS, "like"] : COMPARISONS);
  });
}

export const ResultOrder = new GraphQLEnumType({ name: "ResultOrder", values: { ASC: {}, DESC: {} } });
export const NullOrder = new GraphQLEnumType({ name: "NullOrder", values: { FIRST: {}, LAST: {} } });

export const OrderByClause = new GraphQLInputObjectType({
  name: "OrderByClause",
  fields: { order: { type: ResultOrder }, nulls: { type: NullOrder } },
});
