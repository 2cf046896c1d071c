import type { RecordStore } from "../records/recordStore.ts";
import { parseValue } from "../records/parseValue.ts";
import { storedFields } from "../records/database.ts";
import { type Finding, MetadataError } from "./metadataError.ts";
import type { Component } from "./readPackage.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./readXml.ts";
import type { ObjectSchema, RecordValues } from "./schema.ts";

function typeNameOf({ fullName }: Component): string {
  return `${fullName.slice(0, fullName.indexOf("."))}__mdt`;
}

function developerNameOf({ fullName }: Component): string {
  return fullName.slice(fullName.indexOf(".") + 1);
}

function setValue(object: ObjectSchema, record: RecordValues, element: XmlElement): void {
  const name = textOf(element, "field") ?? "";
  const field = object.fields.get(name.toLowerCase());
  if (!field?.isCustom) throw new Error(`${object.name} has no field "${name}"`);
  const value = childOf(element, "value");
  const isNil = !value || value.attributes["xsi:nil"] === "true";
  record[field.name] = parseValue(field, isNil ? null : value.text);
}

function toRow(store: RecordStore, component: Component, now: string): { object: ObjectSchema; record: RecordValues } {
  const object = store.schema.objects.get(typeNameOf(component).toLowerCase());
  if (!object || object.kind !== "customMetadata")
    throw new Error(`custom metadata type "${typeNameOf(component)}" does not exist`);
  const label = textOf(component.element, "label") ?? developerNameOf(component);
  const record: RecordValues = {};
  for (const field of storedFields(object))
    record[field.name] = field.type === "boolean" ? field.defaultValue === "true" : null;
  Object.assign(record, {
    Id: store.nextId(object),
    DeveloperName: developerNameOf(component),
    MasterLabel: label,
    Label: label,
    Language: "en_US",
    QualifiedApiName: developerNameOf(component),
    SystemModstamp: now,
  });
  for (const element of childrenOf(component.element, "values")) setValue(object, record, element);
  const missing = [...object.fields.values()].filter((field) => field.isRequired && record[field.name] === null);
  if (missing.length > 0)
    throw new Error(`required values are missing: ${missing.map((field) => field.name).join(", ")}`);
  return { object, record };
}

/** Metadata relationships name a row; the database holds its id. */
function linkRow(store: RecordStore, object: ObjectSchema, record: RecordValues): void {
  for (const field of object.fields.values()) {
    const name = record[field.name];
    if (field.reference?.kind !== "metadata" || typeof name !== "string") continue;
    const target = store.object(field.reference.to[0]!);
    const row = store.table(target).findBy(target.nameField, name)[0];
    if (!row) throw new Error(`${field.name} names ${target.name} "${name}", which does not exist`);
    store.table(object).update(String(record["Id"]), { [field.name]: row["Id"]! }, [field.name]);
  }
}

/** Stores the package's custom metadata rows. Throws a MetadataError that names every bad file. */
export function storeCustomMetadata(store: RecordStore, components: readonly Component[], now: string): void {
  const findings: Finding[] = [];
  const rows: { file: string; object: ObjectSchema; record: RecordValues }[] = [];
  const attempt = (file: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      findings.push({ file, reason: (error as Error).message });
    }
  };
  for (const component of components.filter(({ type }) => type === "CustomMetadata"))
    attempt(component.file, () => {
      const { object, record } = toRow(store, component, now);
      store.table(object).insert(record);
      rows.push({ file: component.file, object, record });
    });
  for (const { file, object, record } of rows) attempt(file, () => linkRow(store, object, record));
  if (findings.length > 0) throw new MetadataError(findings);
}
