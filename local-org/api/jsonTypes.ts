import type { Field, FieldType, ObjectSchema } from "../metadata/schema.ts";
import { parseValue, type WireValue } from "../records/parseValue.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { WireRecord } from "./recordWrites.ts";

/** Types that JSON is read into before a record is made of it; empty text is none of their values. */
const READ_EARLY: Partial<Record<FieldType, string>> = {
  boolean: "boolean",
  int: "int",
  double: "double",
  currency: "double",
  percent: "double",
  date: "date",
  datetime: "datetime",
};

function isOfType(field: Field, value: WireValue): boolean {
  if (value === "") return false;
  try {
    parseValue(field, value);
    return true;
  } catch (error) {
    return !(error instanceof SalesforceError && error.errorCode === "INVALID_TYPE_ON_FIELD_IN_RECORD");
  }
}

/**
 * Refuses a call whose JSON has a value of the wrong type: the REST API does so before it looks at the record,
 * so that a collection fails as a whole, and without a field's name.
 */
export function checkJsonTypes(object: ObjectSchema, wire: WireRecord): void {
  for (const [name, value] of Object.entries(wire)) {
    const field = object.fields.get(name.toLowerCase());
    const type = field && READ_EARLY[field.type];
    if (type === undefined || value === null || typeof value === "object" || isOfType(field!, value)) continue;
    throw new SalesforceError(
      "JSON_PARSER_ERROR",
      `Cannot deserialize instance of ${type} from VALUE_STRING value ${String(value)} or request may be missing a required field`,
    );
  }
}
