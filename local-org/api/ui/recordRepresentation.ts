import type { ObjectSchema, RecordValues } from "../../metadata/schema.ts";
import { eTagOf } from "./eTag.ts";
import type { FieldTree } from "./fieldTree.ts";
import type { UiReader } from "./uiReader.ts";
import { uiValue } from "./uiValue.ts";

/** The record type of every record of an org without record types. */
export const MASTER_RECORD_TYPE = "012000000000000AAA";

/** The record type of an object's records; null = the object has no record types, as users have none. */
export function recordTypeOf({ isWritable, name }: ObjectSchema): string | null {
  return isWritable && name !== "User" ? MASTER_RECORD_TYPE : null;
}

export interface UiField {
  readonly displayValue: string | null;
  readonly value: unknown;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface UiRecord {
  readonly apiName: string;
  readonly childRelationships: Record<string, never>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, UiField>>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

/** The parent of a record as one of its fields; null where the reference is empty. */
export function parentField(reader: UiReader, tree: FieldTree, id: RecordValues[string] | undefined): UiField {
  const record = reader.parentRecord(tree.object, id);
  if (!record) return { displayValue: null, value: null };
  const name = record[tree.object.nameField.name ?? ""];
  return { displayValue: typeof name === "string" ? name : null, value: uiRecord(reader, tree, record) };
}

/** A record as the User Interface API answers it, with the fields of the tree; spanned parents are nested records. */
export function uiRecord(reader: UiReader, tree: FieldTree, record: RecordValues): UiRecord {
  const { object } = tree;
  const fields: [string, UiField][] = [];
  for (const field of tree.fields) {
    const value = record[field.name] ?? null;
    fields.push([field.name, { displayValue: reader.format.show(field, value, record), value: uiValue(field, value) }]);
  }
  for (const [name, { field, tree: parent }] of tree.parents)
    fields.push([name, parentField(reader, parent, record[field.name])]);
  const text = (name: string): string | null => (record[name] as string | null | undefined) ?? null;
  const body = {
    apiName: object.name,
    childRelationships: {},
    fields: Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))),
    id: String(record["Id"]),
    lastModifiedById: text("LastModifiedById"),
    lastModifiedDate: text("LastModifiedDate"),
    recordTypeId: recordTypeOf(object),
    recordTypeInfo: null,
    systemModstamp: text("SystemModstamp"),
  };
  return { ...body, eTag: eTagOf(body), weakEtag: Date.parse(text("SystemModstamp") ?? "") || 0 };
}
