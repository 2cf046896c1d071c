import { Kind, type ValueNode } from "graphql";
import { NumberText } from "./numberText.ts";

/** A value as the query states it: members in their order, numbers digit by digit, variables filled in. */
export function writtenValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return new NumberText(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.LIST:
      return node.values.map((item) => writtenValue(item, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, writtenValue(field.value, variables)]));
    case Kind.VARIABLE:
      return variables[node.name.value];
  }
}
