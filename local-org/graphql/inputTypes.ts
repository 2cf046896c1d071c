import {
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
} from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import { COMPARISONS, operatorFields, operatorType, OrderByClause } from "./operatorTypes.ts";
import { Int } from "./scalars.ts";
import { isLongText, kindOf } from "./valueTypes.ts";

/** Filters and orders of the objects that one user may read. */
export class InputTypes {
  readonly #reader: UiReader;
  readonly #types = new Map<string, GraphQLInputObjectType>();

  constructor(reader: UiReader) {
    this.#reader = reader;
  }

  #once(name: string, fields: () => GraphQLInputFieldConfigMap): GraphQLInputObjectType {
    let type = this.#types.get(name);
    if (!type) this.#types.set(name, (type = new GraphQLInputObjectType({ name, fields })));
    return type;
  }

  /** Fields that a query can filter and order by; calculated ones have no column. */
  queryable(object: ObjectSchema): Field[] {
    return this.#reader.fields(object).filter((field) => !isLongText(field) && field.formula === null);
  }

  #parents(object: ObjectSchema, typeOf: (parent: ObjectSchema) => GraphQLInputType): GraphQLInputFieldConfigMap {
    const parents = this.#reader
      .fields(object)
      .map((field): [Field, ObjectSchema | null] => [field, this.#reader.parentObject(field)]);
    return Object.fromEntries(
      parents.flatMap(([field, parent]) =>
        parent ? [[field.reference!.relationshipName, { type: typeOf(parent) }]] : [],
      ),
    );
  }

  filter(object: ObjectSchema): GraphQLInputObjectType {
    return this.#once(`${object.name}_Filter`, () => {
      const self = this.filter(object);
      const operators = (field: Field): GraphQLInputType =>
        field.type === "id" || field.type === "reference"
          ? this.#idOperators()
          : operatorType(field.type, kindOf(field));
      return {
        and: { type: new GraphQLList(self) },
        or: { type: new GraphQLList(self) },
        not: { type: self },
        ...Object.fromEntries(this.queryable(object).map((field) => [field.name, { type: operators(field) }])),
        ...this.#parents(object, (parent) => this.filter(parent)),
      };
    });
  }

  #idOperators(): GraphQLInputObjectType {
    return this.#once("IdOperators", () => ({
      ...operatorFields(GraphQLID, COMPARISONS),
      inq: { type: this.#join() },
      ninq: { type: this.#join() },
    }));
  }

  /** `{ Opportunity: { … }, ApiName: "AccountId" }`: the records that one field of others leads to. */
  #join(): GraphQLInputObjectType {
    return this.#once("JoinInput", () => {
      const objects = [...this.#reader.org.schema.objects.values()].filter((object) => this.#reader.serves(object));
      return {
        ApiName: { type: new GraphQLNonNull(GraphQLString) },
        ...Object.fromEntries(objects.map((object) => [object.name, { type: this.filter(object) }])),
      };
    });
  }

  orderBy(object: ObjectSchema): GraphQLInputObjectType {
    return this.#once(`${object.name}_OrderBy`, () => {
      const fields = this.queryable(object).filter((field) => field.type !== "multipicklist");
      return {
        ...Object.fromEntries(fields.map((field) => [field.name, { type: OrderByClause }])),
        ...this.#parents(object, (parent) => this.orderBy(parent)),
      };
    });
  }

  connectionArguments(object: ObjectSchema): GraphQLFieldConfigArgumentMap {
    return {
      first: { type: Int },
      after: { type: GraphQLString },
      where: { type: this.filter(object) },
      orderBy: { type: this.orderBy(object) },
      upperBound: { type: Int },
    };
  }
}
