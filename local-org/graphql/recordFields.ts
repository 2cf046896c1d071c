import {
  GraphQLID,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import { uiValue } from "../api/ui/uiValue.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import type { Node, RequestContext } from "./requestContext.ts";
import { LongScalar } from "./scalars.ts";
import { kindOf, valueType } from "./valueTypes.ts";

export type NodeFields = GraphQLFieldConfigMap<Node, RequestContext>;

const ABOUT: NodeFields = {
  Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ record }) => record["Id"] },
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: ({ object }) => object.name },
  WeakEtag: {
    type: new GraphQLNonNull(LongScalar),
    resolve: ({ record }) => Date.parse(String(record["SystemModstamp"])) || 0,
  },
  DisplayValue: { type: GraphQLString, resolve: ({ object, record }) => record[object.nameField.name] },
};

export const RecordInterface = new GraphQLInterfaceType({
  name: "Record",
  fields: Object.fromEntries(Object.entries(ABOUT).map(([name, { type }]) => [name, { type }])),
  resolveType: (node: Node) => node.object.name,
});

function valueField(field: Field): GraphQLFieldConfig<Node, RequestContext> {
  return {
    type: valueType(kindOf(field)),
    resolve: ({ record }, _args, { reader }) => {
      const value = record[field.name] ?? null;
      const displayValue = reader.format.show(field, value, record);
      return { value: uiValue(field, value), displayValue, label: displayValue };
    },
  };
}

/** The record's own values, without what it is related to. */
export function ownFields(reader: UiReader, object: ObjectSchema): NodeFields {
  const values = reader.fields(object).filter((field) => field.type !== "id");
  return { ...ABOUT, ...Object.fromEntries(values.map((field) => [field.name, valueField(field)])) };
}
