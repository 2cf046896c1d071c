import type { Field, FieldValue } from "../../metadata/schema.ts";
import { printDecimal } from "../../records/decimal.ts";
import { isDecimal } from "../../records/storedValue.ts";

/** One value as the User Interface API writes it: numbers with all their digits, times with Z. */
export function uiValue(field: Pick<Field, "type">, value: FieldValue): unknown {
  if (value === null || typeof value === "boolean" || !isDecimal(field.type)) return value;
  return JSON.rawJSON(field.type === "int" ? value : printDecimal(value));
}
