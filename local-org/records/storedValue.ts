import type { SQLOutputValue, SQLInputValue } from "node:sqlite";
import type { Field, FieldType, FieldValue } from "../metadata/schema.ts";
import { fromScaledInteger, toScaledInteger } from "./decimal.ts";

const DECIMAL_TYPES: ReadonlySet<FieldType> = new Set(["int", "double", "currency", "percent"]);

export function isDecimal(type: FieldType): boolean {
  return DECIMAL_TYPES.has(type);
}

/** A record's value as its column stores it. The value must have passed the field checks. */
export function toStored(field: Field, value: FieldValue): SQLInputValue {
  if (field.type === "boolean") return value === true ? 1 : 0;
  if (value === null || typeof value === "boolean") return null;
  return isDecimal(field.type) ? toScaledInteger(value, field.scale) : value;
}

/** A column's value as a record holds it. */
export function fromStored(field: Field, stored: SQLOutputValue): FieldValue {
  if (stored === null) return field.type === "boolean" ? false : null;
  if (field.type === "boolean") return BigInt(stored as bigint) === 1n;
  if (typeof stored === "bigint" || typeof stored === "number") return fromScaledInteger(BigInt(stored), field.scale);
  return String(stored);
}
