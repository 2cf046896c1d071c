import type { Field, FieldType, ObjectSchema } from "../../metadata/schema.ts";
import type { UiReader } from "./uiReader.ts";

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: "String",
  string: "String",
  textarea: "TextArea",
  boolean: "Boolean",
  int: "Int",
  double: "Double",
  currency: "Currency",
  percent: "Percent",
  date: "Date",
  datetime: "DateTime",
  picklist: "Picklist",
  multipicklist: "MultiPicklist",
  reference: "Reference",
  email: "Email",
  phone: "Phone",
  url: "Url",
};

/** The fields that make up a record's name. */
export function nameFields(object: ObjectSchema): string[] {
  const isPerson = object.fields.has("lastname") && object.fields.has("firstname");
  return isPerson ? ["FirstName", "LastName", "Name"] : [object.nameField.name];
}

function referenceToInfos(reader: UiReader, field: Field): { apiName: string; nameFields: string[] }[] {
  return (field.reference?.to ?? []).map((name) => {
    const object = reader.org.schema.objects.get(name.toLowerCase());
    return { apiName: name, nameFields: object ? nameFields(object) : [] };
  });
}

/** Fields that are never empty: what must be given, and what the platform always sets. */
const ALWAYS_SET = new Set([
  "Id",
  "OwnerId",
  "CreatedDate",
  "CreatedById",
  "LastModifiedDate",
  "LastModifiedById",
  "SystemModstamp",
]);

function isRequired(field: Field): boolean {
  return field.isRequired || field.type === "boolean" || ALWAYS_SET.has(field.name);
}

function isCompoundPart(object: ObjectSchema, field: Field): boolean {
  return object.fields.has("lastname") && (field.name === "FirstName" || field.name === "LastName");
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
function extraTypeInfo(object: ObjectSchema, field: Field): string | null {
  if (field.type === "textarea") return field.isHtml ? "RichTextArea" : "PlainTextArea";
  return field.isNameField && object.fields.has("lastname") ? "PersonName" : null;
}

/** What a page needs to know of a field: https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
export function objectInfoField(reader: UiReader, object: ObjectSchema, field: Field): Record<string, unknown> {
  const { access } = reader;
  const isEditable = object.isWritable && field.formula === null && access.canEditField(object, field);
  const isLongText = field.type === "textarea" && field.length > 255;
  const canQuery = !isLongText && field.formula === null;
  return {
    apiName: field.name,
    calculated: field.formula !== null || field.summary !== null,
    compound: field.isNameField && object.fields.has("lastname"),
    compoundComponentName: isCompoundPart(object, field) ? field.name : null,
    compoundFieldName: isCompoundPart(object, field) ? "Name" : null,
    controllerName: null,
    controllingFields: [],
    createable: isEditable && access.can("create", object),
    custom: field.isCustom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: extraTypeInfo(object, field),
    externalId: field.isExternalId,
    filterable: canQuery,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.isHtml,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.isNameField,
    polymorphicForeignKey: (field.reference?.to.length ?? 0) > 1,
    precision: field.precision,
    reference: field.type === "reference",
    referenceTargetField: null,
    referenceToInfos: referenceToInfos(reader, field),
    relationshipName: field.reference?.relationshipName ?? null,
    required: isRequired(field),
    scale: field.scale,
    searchPrefilterable: field.type === "reference" && !field.reference!.to.includes("User"),
    sortable: canQuery && field.type !== "multipicklist",
    unique: field.isUnique,
    updateable: isEditable && !field.isCreateOnly && access.can("edit", object),
  };
}
