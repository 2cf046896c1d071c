import type { UserAccess } from "../access/userAccess.ts";
import type { Field, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import type { Org } from "../org.ts";
import { deleteRecord } from "../records/deleteRecord.ts";
import { parseValue, type WireValue } from "../records/parseValue.ts";
import { isValidId, keyPrefixOf, toId18 } from "../records/recordId.ts";
import { saveRecord } from "../records/saveRecord.ts";
import { SalesforceError } from "../salesforceError.ts";

/** A record as it came: field names in any case; a nested object sets a lookup by external id. */
export type WireRecord = Readonly<Record<string, WireValue | Readonly<Record<string, WireValue>>>>;

/** The plain text of a wire value; a nested object has none. */
export function wireText(value: WireRecord[string] | undefined): string {
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}

function noSuchColumn(object: ObjectSchema, name: string): SalesforceError {
  return new SalesforceError("INVALID_FIELD", `No such column '${name}' on sobject of type ${object.name}`, {
    fields: [],
  });
}

function byExternalId(
  org: Org,
  object: ObjectSchema,
  link: string,
  key: Readonly<Record<string, WireValue>>,
): [string, string] {
  const field = [...object.fields.values()].find(
    (f) => f.reference?.relationshipName.toLowerCase() === link.toLowerCase(),
  );
  const entry = Object.entries(key).find(([name]) => name !== "attributes");
  if (!field?.reference || !entry) throw noSuchColumn(object, link);
  const target = org.store.object(field.reference.to[0]!);
  return [field.name, findByKey(org, target, entry[0], String(entry[1]))["Id"] as string];
}

/** The live record with that external id. Throws NOT_FOUND or, for several, the platform's 300. */
export function findByKey(org: Org, object: ObjectSchema, fieldName: string, value: string): RecordValues {
  const rows = rowsByKey(org, object, fieldName, value);
  if (rows.length > 1)
    throw new SalesforceError(
      "DUPLICATE_EXTERNAL_ID",
      `${fieldName}: more than one record found for external id field: [${rows.map((r) => String(r["Id"])).join(", ")}]`,
      { status: 300, fields: [fieldName] },
    );
  if (!rows[0]) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  return rows[0];
}

export function rowsByKey(org: Org, object: ObjectSchema, fieldName: string, value: string): RecordValues[] {
  const field = object.fields.get(fieldName.toLowerCase());
  if (!field || !(field.isExternalId || field.type === "id"))
    throw new SalesforceError(
      "NOT_FOUND",
      `Provided external ID field does not exist or is not accessible: ${fieldName}`,
      { status: 404 },
    );
  if (field.type !== "id") return org.store.table(object).findBy(field, value);
  const found = isValidId(value) ? org.store.find(object.name, toId18(value)) : null;
  return found ? [found] : [];
}

function malformedId(object: ObjectSchema, id: string): SalesforceError {
  return new SalesforceError("MALFORMED_ID", `${object.fields.get("id")!.label}: id value of incorrect type: ${id}`, {
    fields: ["Id"],
  });
}

function refuseField(field: Field): SalesforceError {
  return new SalesforceError(
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    { fields: [field.name] },
  );
}

function parseRecord(
  org: Org,
  access: UserAccess,
  object: ObjectSchema,
  wire: WireRecord,
  action: "create" | "update",
): RecordValues {
  const values: RecordValues = {};
  for (const [name, value] of Object.entries(wire)) {
    if (name === "attributes" || name.toLowerCase() === "id") continue;
    const [fieldName, plain] =
      value !== null && typeof value === "object" ? byExternalId(org, object, name, value) : [name, value];
    const field = object.fields.get(fieldName.toLowerCase());
    if (!field || !access.canReadField(object, field)) throw noSuchColumn(object, fieldName);
    if (!access.canEditField(object, field) || (action === "update" && field.isCreateOnly)) throw refuseField(field);
    values[field.name] = parseValue(field, plain);
  }
  return values;
}

function requireRight(access: UserAccess, right: "create" | "edit" | "delete", object: ObjectSchema): void {
  if (access.can(right, object)) return;
  if (!access.can("read", object))
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  throw new SalesforceError(
    "INSUFFICIENT_ACCESS_OR_READONLY",
    right === "create" ? `entity type cannot be inserted: ${object.label}` : "insufficient access rights on object id",
    { status: 403 },
  );
}

function checkInterference({ interference }: Org, object: ObjectSchema, key: string): void {
  const refusal = interference.refuse(object.name, key);
  if (refusal) throw refusal;
}

/** Creates a record for the calling user, with object permissions and field-level security. Returns its id. */
export function createRecord(org: Org, access: UserAccess, object: ObjectSchema, wire: WireRecord): string {
  requireRight(access, "create", object);
  checkInterference(org, object, JSON.stringify(wire));
  return saveRecord(org.saveRoom, access, {
    object,
    id: null,
    values: parseRecord(org, access, object, wire, "create"),
  });
}

/** Updates a record for the calling user. */
export function updateRecord(org: Org, access: UserAccess, object: ObjectSchema, id: string, wire: WireRecord): string {
  requireRight(access, "edit", object);
  if (!isValidId(id) || keyPrefixOf(id) !== object.keyPrefix) throw malformedId(object, id);
  checkInterference(org, object, toId18(id));
  return saveRecord(org.saveRoom, access, {
    object,
    id: toId18(id),
    values: parseRecord(org, access, object, wire, "update"),
  });
}

/** Updates the record with that external id, or creates it. */
export function upsertRecord(
  org: Org,
  access: UserAccess,
  object: ObjectSchema,
  fieldName: string,
  value: string,
  wire: WireRecord,
): { id: string; created: boolean } {
  const rows = rowsByKey(org, object, fieldName, value);
  if (rows.length > 0)
    return {
      id: updateRecord(org, access, object, String(findByKey(org, object, fieldName, value)["Id"]), wire),
      created: false,
    };
  const field = object.fields.get(fieldName.toLowerCase())!;
  if (field.type === "id")
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  return { id: createRecord(org, access, object, { ...wire, [field.name]: value }), created: true };
}

/** Deletes a record for the calling user. */
export function removeRecord(org: Org, access: UserAccess, object: ObjectSchema, id: string): void {
  requireRight(access, "delete", object);
  if (!isValidId(id)) throw malformedId(object, id);
  deleteRecord(org.saveRoom, access, object, toId18(id));
}
