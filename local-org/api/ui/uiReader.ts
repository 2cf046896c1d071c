import type { UserAccess } from "../../access/userAccess.ts";
import type { Field, FieldValue, ObjectSchema, RecordValues } from "../../metadata/schema.ts";
import type { Org } from "../../org.ts";
import { isValidId, keyPrefixOf, toId18 } from "../../records/recordId.ts";
import { SalesforceError } from "../../salesforceError.ts";
import { DisplayFormat } from "./displayFormat.ts";

/** Setup objects that the User Interface API does not serve by themselves, though fields of records lead to them. */
const UNSUPPORTED = new Set([
  "Organization",
  "PermissionSet",
  "PermissionSetAssignment",
  "CurrencyType",
  "DatedConversionRate",
]);

const notFound = (): SalesforceError =>
  new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });

/** The records and fields of the org as one user's Lightning pages may see them. */
export class UiReader {
  readonly org: Org;
  readonly access: UserAccess;
  readonly format: DisplayFormat;

  constructor(org: Org, access: UserAccess) {
    this.org = org;
    this.access = access;
    const user = org.store.find("User", access.userId);
    this.format = new DisplayFormat({
      locale: String(user?.["LocaleSidKey"] ?? "en_US"),
      timeZone: String(user?.["TimeZoneSidKey"] ?? org.timeZone),
      isMultiCurrency: org.schema.isMultiCurrency,
    });
  }

  /** True where the User Interface API serves the object to this user. */
  serves(object: ObjectSchema): boolean {
    const isSetup = object.kind === "customMetadata" || object.isHierarchySetting || UNSUPPORTED.has(object.name);
    return !isSetup && this.access.can("read", object);
  }

  /** True where GraphQL answers queries of the object: what is served, and custom metadata types, which are read only. */
  queries(object: ObjectSchema): boolean {
    return this.serves(object) || (object.kind === "customMetadata" && this.access.can("read", object));
  }

  /** The object of that name. Throws INVALID_TYPE where the user may not know of it. */
  object(name: string): ObjectSchema {
    const object = this.org.schema.objects.get(name.toLowerCase());
    if (object && this.serves(object)) return object;
    throw new SalesforceError("INVALID_TYPE", `Object ${name} is not supported in UI API`);
  }

  /** The object whose records have ids like that one. Throws NOT_FOUND. */
  objectOfId(id: string): ObjectSchema {
    const prefix = isValidId(id) ? keyPrefixOf(id) : "";
    for (const object of this.org.schema.objects.values())
      if (object.keyPrefix === prefix && this.serves(object)) return object;
    throw notFound();
  }

  /** The live record of that id. Throws NOT_FOUND, ENTITY_IS_DELETED. */
  record(object: ObjectSchema, id: string): RecordValues {
    const record = this.org.store.table(object).get(toId18(id));
    if (!record) throw notFound();
    if (record["IsDeleted"] === true)
      throw new SalesforceError("ENTITY_IS_DELETED", "entity is deleted", { status: 404 });
    return this.org.withFormulas(this.access, object, record);
  }

  /** The field that the user may read; null = as if it did not exist. */
  field(object: ObjectSchema, name: string): Field | null {
    const field = object.fields.get(name.toLowerCase());
    return field && this.access.canReadField(object, field) ? field : null;
  }

  /** Fields that the user may read. */
  fields(object: ObjectSchema): Field[] {
    return [...object.fields.values()].filter((field) => this.access.canReadField(object, field));
  }

  /** The reference field of that relationship and the object that it leads to; null = none that the user may follow. */
  parent(object: ObjectSchema, relationship: string): { field: Field; object: ObjectSchema } | null {
    for (const field of object.fields.values())
      if (field.reference?.relationshipName.toLowerCase() === relationship.toLowerCase()) {
        const parent = this.parentObject(field);
        return parent && this.access.canReadField(object, field) ? { field, object: parent } : null;
      }
    return null;
  }

  /** The object that a reference leads to, where the user may read it; of several, the user: what pages need of an owner. */
  parentObject({ reference }: Field): ObjectSchema | null {
    const targets = reference?.kind === "metadata" ? [] : (reference?.to ?? []);
    const name = targets.includes("User") ? "User" : targets[0];
    const parent = this.org.schema.objects.get((name ?? "").toLowerCase());
    return parent && this.access.can("read", parent) ? parent : null;
  }

  /** The live record that a reference of a record leads to; null = none. */
  parentRecord(parent: ObjectSchema, id: FieldValue | undefined): RecordValues | null {
    const record = typeof id === "string" ? this.org.store.find(parent.name, id) : null;
    return record && this.org.withFormulas(this.access, parent, record);
  }
}
