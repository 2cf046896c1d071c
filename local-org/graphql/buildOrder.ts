import type { GraphQLResolveInfo } from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import type { Operand, OrderItem } from "../soql/ast.ts";
import { pathOf } from "./prepareTree.ts";
import type { RequestContext } from "./requestContext.ts";
import { writtenValue } from "./writtenValue.ts";

type Input = Readonly<Record<string, unknown>>;

/** An argument as written: GraphQL itself would bring its members into the order of the type. */
export function writtenArgument(info: GraphQLResolveInfo, context: RequestContext, name: string): Input {
  const node = info.fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name);
  const value = node && writtenValue(node.value, { ...info.variableValues, ...context.variables });
  return (value ?? {}) as Input;
}

const CALLS: Readonly<Record<string, string>> = { AVG: "AVG", COUNT: "COUNT", MAX: "MAX", MIN: "MIN", SUM: "SUM" };

function operandOf(path: readonly string[], clause: Input): Operand {
  const argument = pathOf(...path);
  if (typeof clause["function"] !== "string") return argument;
  return { kind: "call", name: CALLS[clause["function"]] ?? "COUNT_DISTINCT", argument, at: 0 };
}

/** `{ Account: { Name: { order: DESC, nulls: LAST } } }` as the items of an ORDER BY. */
export function orderItems(
  reader: UiReader,
  object: ObjectSchema,
  input: Input,
  path: readonly string[] = [],
): OrderItem[] {
  return Object.entries(input).flatMap(([name, value]): OrderItem[] => {
    if (value === null || typeof value !== "object") return [];
    const clause = value as Input;
    const field = reader.field(object, name);
    if (field) {
      const nulls = clause["nulls"] === "FIRST" || clause["nulls"] === "LAST" ? clause["nulls"] : null;
      return [{ operand: operandOf([...path, field.name], clause), isDescending: clause["order"] === "DESC", nulls }];
    }
    const parent = reader.parent(object, name);
    return parent ? orderItems(reader, parent.object, clause, [...path, parent.field.reference!.relationshipName]) : [];
  });
}
