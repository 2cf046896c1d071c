import { GraphQLError, parseValue } from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Condition } from "../soql/ast.ts";
import { FilterBuilder } from "./buildFilter.ts";
import { writtenValue } from "./writtenValue.ts";

/** A `where` in GraphQL syntax, `{ StageName: { eq: "Prospecting" } }`, as related lists take it. */
export function parseWhere(reader: UiReader, object: ObjectSchema, text: string): Condition | null {
  try {
    const input = writtenValue(parseValue(text), {}) as Readonly<Record<string, unknown>>;
    return new FilterBuilder(reader).build(object, input);
  } catch (error) {
    if (error instanceof GraphQLError) throw new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", error.message);
    throw error;
  }
}
