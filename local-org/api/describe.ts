import type { UserAccess } from "../access/userAccess.ts";
import type { Field, FieldType, ObjectSchema } from "../metadata/schema.ts";
import type { Org } from "../org.ts";

/** XML Schema types of a describe call. */
const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: "tns:ID",
  reference: "tns:ID",
  boolean: "xsd:boolean",
  int: "xsd:int",
  double: "xsd:double",
  currency: "xsd:double",
  percent: "xsd:double",
  date: "xsd:date",
  datetime: "xsd:dateTime",
};

const UNSORTABLE: ReadonlySet<FieldType> = new Set(["multipicklist"]);

function isLongText(field: Field): boolean {
  return field.type === "textarea" && field.length > 255;
}

/** Computed by the platform: a formula field or a roll-up summary. */
function isCalculated(field: Field): boolean {
  return field.formula !== null || field.summary !== null;
}

/** A field as a describe call tells it to that user. */
export function describeField(access: UserAccess, object: ObjectSchema, field: Field): Record<string, unknown> {
  const isEditable = object.isWritable && access.canEditField(object, field);
  const canFilter = !isLongText(field) && field.formula === null;
  return {
    aggregatable: canFilter && field.type !== "boolean",
    autoNumber: field.autoNumberFormat !== null,
    byteLength: field.length * 3,
    calculated: isCalculated(field),
    calculatedFormula: field.formula,
    cascadeDelete: field.reference?.onDelete === "cascade",
    caseSensitive: field.isCaseSensitive,
    createable: isEditable,
    custom: field.isCustom,
    defaultValue: field.type === "boolean" ? field.defaultValue === "true" : null,
    defaultedOnCreate:
      field.defaultValue !== null || (field.isSystem && !isCalculated(field)) || field.name === "OwnerId",
    deprecatedAndHidden: false,
    digits: 0,
    externalId: field.isExternalId,
    filterable: canFilter,
    htmlFormatted: field.isHtml,
    groupable: canFilter && !["double", "currency", "percent", "datetime", "multipicklist"].includes(field.type),
    idLookup: field.type === "id" || field.isExternalId || (field.isNameField && !field.autoNumberFormat),
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.isNameField,
    nillable: !field.isRequired && (!field.isSystem || isCalculated(field)) && field.type !== "boolean",
    permissionable: field.isCustom && !field.isRequired,
    picklistValues: (field.picklist ?? []).map((item) => ({
      active: item.isActive,
      defaultValue: item.isDefault,
      label: item.label,
      validFor: null,
      value: item.value,
    })),
    precision: field.precision,
    referenceTo: field.reference?.to ?? [],
    relationshipName: field.reference?.relationshipName ?? null,
    relationshipOrder: field.reference?.kind === "masterDetail" ? 0 : null,
    restrictedPicklist: field.isRestrictedPicklist,
    scale: field.scale,
    soapType: SOAP_TYPES[field.type] ?? "xsd:string",
    sortable: canFilter && !UNSORTABLE.has(field.type),
    type: field.type,
    unique: field.isUnique,
    updateable: isEditable && !field.isCreateOnly,
    writeRequiresMasterRead: field.reference?.kind === "masterDetail",
  };
}

/** The summary of an object as the list of objects and the head of a describe show it. */
export function describeSummary(access: UserAccess, object: ObjectSchema, base: string): Record<string, unknown> {
  const url = `${base}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: access.can("create", object),
    custom: object.kind !== "standard",
    customSetting: object.isHierarchySetting,
    deletable: access.can("delete", object),
    deprecatedAndHidden: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    layoutable: object.kind !== "customMetadata" && !object.isHierarchySetting,
    mergeable: false,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: object.kind !== "customMetadata" && !object.isHierarchySetting,
    triggerable: object.kind !== "customMetadata",
    undeletable: false,
    updateable: access.can("edit", object),
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

/** A describe call's answer for the calling user: fields that the user may not read are left out. */
export function describeObject(
  org: Org,
  access: UserAccess,
  object: ObjectSchema,
  base: string,
): Record<string, unknown> {
  const fields = [...object.fields.values()].filter((field) => access.canReadField(object, field));
  return {
    ...describeSummary(access, object, base),
    fields: fields.map((field) => describeField(access, object, field)),
    childRelationships: [...object.childRelationships.values()].map((child) => ({
      cascadeDelete:
        org.store.object(child.childObject).fields.get(child.childField.toLowerCase())?.reference?.onDelete ===
        "cascade",
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.childField,
      relationshipName: child.name,
      restrictedDelete: false,
    })),
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: "Master",
        master: true,
        name: "Master",
        recordTypeId: "012000000000000AAA",
        urls: {},
      },
    ],
  };
}
