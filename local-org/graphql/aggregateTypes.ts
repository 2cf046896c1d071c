import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigMap,
  type GraphQLObjectType as ObjectType,
} from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import { NullOrder, ResultOrder } from "./operatorTypes.ts";
import { connectionType, type RecordTypes } from "./recordTypes.ts";
import type { RequestContext } from "./requestContext.ts";
import { runAggregate, type AggregateArguments } from "./runAggregate.ts";
import { Int } from "./scalars.ts";
import { DOUBLE, kindOf, LONG, valueType } from "./valueTypes.ts";

const GroupByClause = new GraphQLInputObjectType({
  name: "GroupByClause",
  fields: { group: { type: GraphQLBoolean } },
});

const OrderFunction = new GraphQLEnumType({
  name: "AggregateOrderByFunction",
  values: { AVG: {}, COUNT: {}, COUNT_DISTINCT: {}, MAX: {}, MIN: {}, SUM: {} },
});

const AggregateOrderByClause = new GraphQLInputObjectType({
  name: "AggregateOrderByClause",
  fields: { function: { type: OrderFunction }, order: { type: ResultOrder }, nulls: { type: NullOrder } },
});

const NUMBERS = new Set(["int", "double", "currency", "percent"]);
const aggregates = new Map<string, ObjectType>();

/** `CurrencyAggregate { value sum { value } … }`: the functions that a kind of field takes. */
function aggregateType(field: Field): ObjectType {
  const kind = kindOf(field);
  let type = aggregates.get(kind.stem);
  if (!type) {
    const own = { type: valueType(kind) };
    const count = { type: valueType(LONG) };
    type = new GraphQLObjectType({
      name: `${kind.stem}Aggregate`,
      fields: {
        value: { type: kind.scalar },
        displayValue: { type: GraphQLString },
        count,
        countDistinct: count,
        ...(field.type === "boolean" ? {} : { min: own, max: own }),
        ...(NUMBERS.has(field.type) ? { sum: own, avg: { type: valueType(DOUBLE) } } : {}),
      },
    });
    aggregates.set(kind.stem, type);
  }
  return type;
}

/** `uiapi.aggregate`: groups and what they add up to. */
export class AggregateTypes {
  readonly #reader: UiReader;
  readonly #records: RecordTypes;

  constructor(reader: UiReader, records: RecordTypes) {
    this.#reader = reader;
    this.#records = records;
  }

  root(): ObjectType {
    const served = [...this.#reader.org.schema.objects.values()].filter((object) => this.#reader.serves(object));
    const fields: GraphQLFieldConfigMap<unknown, RequestContext> = {};
    for (const object of served)
      fields[object.name] = {
        type: this.#connection(object),
        args: {
          first: { type: Int },
          after: { type: GraphQLString },
          where: { type: this.#records.inputs.filter(object) },
          scope: { type: this.#records.scope(object) },
          groupBy: { type: this.#perField(object, `${object.name}_GroupBy`, GroupByClause) },
          orderBy: { type: this.#perField(object, `${object.name}_AggregateOrderBy`, AggregateOrderByClause) },
        },
        resolve: (_source, args: AggregateArguments, context, info) => runAggregate(context, object, args, info),
      };
    return new GraphQLObjectType({ name: "RecordQueryAggregate", fields });
  }

  #perField(object: ObjectSchema, name: string, type: GraphQLInputObjectType): GraphQLInputObjectType {
    const fields = this.#records.inputs.queryable(object);
    return new GraphQLInputObjectType({
      name,
      fields: Object.fromEntries(fields.map((field) => [field.name, { type }])),
    });
  }

  #connection(object: ObjectSchema): ObjectType {
    const fields = this.#records.inputs.queryable(object).filter((field) => field.type !== "multipicklist");
    const aggregate = new GraphQLObjectType({
      name: `${object.name}Aggregate`,
      fields: Object.fromEntries(fields.map((field) => [field.name, { type: aggregateType(field) }])),
    });
    const result = new GraphQLObjectType({
      name: `${object.name}Result`,
      fields: { aggregate: { type: aggregate } },
    });
    const edge = new GraphQLObjectType({
      name: `${object.name}AggregateEdge`,
      fields: { node: { type: result }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
    });
    return connectionType(`${object.name}AggregateConnection`, edge);
  }
}
