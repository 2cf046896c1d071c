import type { UserAccess } from "../access/userAccess.ts";
import type { Field, FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { printDecimal } from "../records/decimal.ts";
import { isDecimal } from "../records/storedValue.ts";

/** One value as JSON: decimals with all their digits, times in the platform's form. */
export function printValue(field: Pick<Field, "type">, value: FieldValue): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (isDecimal(field.type)) return JSON.rawJSON(field.type === "int" ? value : printDecimal(value));
  if (field.type === "datetime") return value.replace(/Z$/, "+0000");
  return value;
}

/** A whole record, formula fields included, as a GET on it answers: every field that the user may read. */
export function printRecord(
  access: UserAccess,
  object: ObjectSchema,
  record: RecordValues,
  base: string,
  only?: ReadonlySet<string>,
): Record<string, unknown> {
  const printed: Record<string, unknown> = {
    attributes: { type: object.name, url: `${base}/sobjects/${object.name}/${String(record["Id"])}` },
  };
  for (const field of object.fields.values()) {
    const isWanted = only === undefined || only.has(field.name.toLowerCase());
    if (isWanted && access.canReadField(object, field))
      printed[field.name] = printValue(field, record[field.name] ?? null);
  }
  return printed;
}
