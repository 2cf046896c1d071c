import type { Field, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { keyPrefixOf } from "./recordId.ts";

const requiredOf = new WeakMap<ObjectSchema, readonly Field[]>();

function requiredFields(object: ObjectSchema): readonly Field[] {
  let fields = requiredOf.get(object);
  if (!fields) {
    const isAsked = (field: Field): boolean => field.isRequired && field.type !== "boolean" && !field.isSystem;
    requiredOf.set(object, (fields = [...object.fields.values()].filter(isAsked)));
  }
  return fields;
}

function isMissing(field: Field, record: RecordValues): boolean {
  const value = record[field.name];
  return value === null || value === undefined || value === "";
}

/** Refuses a record without its required values, all of them named at once. */
export function checkRequired(object: ObjectSchema, record: RecordValues): void {
  const missing = requiredFields(object)
    .filter((field) => isMissing(field, record))
    .map((field) => field.name);
  if (missing.length > 0)
    throw new SalesforceError("REQUIRED_FIELD_MISSING", `Required fields are missing: [${missing.join(", ")}]`, {
      fields: missing,
    });
}

/** What references are looked up in. */
export interface Referable {
  /** A record by object and id; null = none, or deleted. */
  find(object: string, id: string): RecordValues | null;
  object(name: string): ObjectSchema;
}

/** Refuses references to records that do not exist or are of another object. */
export function checkReferences(
  object: ObjectSchema,
  record: RecordValues,
  changed: ReadonlySet<string>,
  store: Referable,
): void {
  for (const field of object.fields.values()) {
    const id = record[field.name];
    if (!field.reference || field.reference.kind === "metadata" || typeof id !== "string" || !changed.has(field.name))
      continue;
    const { to } = field.reference;
    if (to.some((target) => store.find(target, id) !== null)) continue;
    if (!to.some((target) => store.object(target).keyPrefix === keyPrefixOf(id)))
      throw new SalesforceError("FIELD_INTEGRITY_EXCEPTION", `${field.label}: id value of incorrect type: ${id}`, {
        fields: [field.name],
      });
    throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", { fields: [field.name] });
  }
}

/** Looks for another live record with the same value of a unique field. */
export type FindTwin = (object: ObjectSchema, field: Field, value: string) => string | null;

/** Refuses a second record with the same value of a unique field. */
export function checkUnique(object: ObjectSchema, record: RecordValues, findTwin: FindTwin): void {
  for (const field of object.fields.values()) {
    const value = record[field.name];
    if (!field.isUnique || typeof value !== "string") continue;
    const twin = findTwin(object, field, value);
    if (twin !== null && twin !== record["Id"])
      throw new SalesforceError(
        "DUPLICATE_VALUE",
        `duplicate value found: ${field.name} duplicates value on record with id: ${twin.slice(0, 15)}`,
        {
          fields: [],
        },
      );
  }
}
