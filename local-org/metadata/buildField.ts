import type { Component } from "./readPackage.ts";
import type { Field, FieldType, PicklistValue, Reference } from "./schema.ts";
import { readRollUpSummary } from "./rollUpSummary.ts";
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from "./readXml.ts";

/** Field types of metadata, as a describe call names them. What is missing here is refused. */
const TYPES: Record<string, FieldType> = {
  AutoNumber: "string",
  Checkbox: "boolean",
  Currency: "currency",
  Date: "date",
  DateTime: "datetime",
  Email: "email",
  Html: "textarea",
  Lookup: "reference",
  LongTextArea: "textarea",
  MasterDetail: "reference",
  MetadataRelationship: "reference",
  MultiselectPicklist: "multipicklist",
  Number: "double",
  Percent: "percent",
  Phone: "phone",
  Picklist: "picklist",
  // A placeholder: the type of what it summarizes is known when all fields are.
  Summary: "double",
  Text: "string",
  TextArea: "textarea",
  Url: "url",
};

/** Lengths that the platform gives to types whose metadata states none. */
const FIXED_LENGTHS: Record<string, number> = {
  AutoNumber: 30,
  Email: 80,
  Phone: 40,
  Picklist: 255,
  TextArea: 255,
  Url: 255,
  Lookup: 18,
  MasterDetail: 18,
  MetadataRelationship: 255,
  MultiselectPicklist: 4099,
};

/** Characters that a formula can give as text; its metadata states no length. */
const FORMULA_TEXT_LENGTH = 1300;

/** Value sets by name: global ones of the package and the platform's standard ones. */
export type ValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

/** Reads one value of a value set, whatever kind of set it stands in. */
export function toPicklistValue(element: XmlElement): PicklistValue {
  const value = textOf(element, "fullName") ?? "";
  return {
    value,
    label: textOf(element, "label") ?? value,
    isDefault: flagOf(element, "default"),
    isActive: textOf(element, "isActive") !== "false",
  };
}

function picklistOf(element: XmlElement, valueSets: ValueSets): readonly PicklistValue[] | null {
  const valueSet = childOf(element, "valueSet");
  if (!valueSet) return null;
  const shared = textOf(valueSet, "valueSetName");
  if (shared !== null) {
    const values = valueSets.get(shared);
    if (!values) throw new Error(`value set "${shared}" does not exist`);
    return values;
  }
  const definition = childOf(valueSet, "valueSetDefinition");
  return definition ? childrenOf(definition, "value").map(toPicklistValue) : [];
}

const KINDS: Record<string, Reference["kind"]> = {
  Lookup: "lookup",
  MasterDetail: "masterDetail",
  MetadataRelationship: "metadata",
};

function upwardName(fieldName: string): string {
  return fieldName.endsWith("__c") ? fieldName.replace(/__c$/, "__r") : fieldName.replace(/Id$/, "");
}

function referenceOf(element: XmlElement, name: string, type: string): Reference | null {
  const kind = KINDS[type];
  if (!kind) return null;
  const target = textOf(element, "referenceTo");
  if (target === null) throw new Error(`field "${name}" has no <referenceTo>`);
  const child = textOf(element, "relationshipName");
  const suffix = name.endsWith("__c") ? "__r" : "";
  const constraint = textOf(element, "deleteConstraint");
  return {
    to: [target],
    relationshipName: upwardName(name),
    childRelationshipName: child === null ? null : child + suffix,
    kind,
    onDelete:
      kind === "masterDetail" || constraint === "Cascade"
        ? "cascade"
        : constraint === "Restrict"
          ? "restrict"
          : "setNull",
  };
}

function digits(element: XmlElement, type: string, name: string): { precision: number; scale: number } {
  if (!["Number", "Currency", "Percent"].includes(type)) return { precision: 0, scale: 0 };
  const precision = Number(textOf(element, "precision") ?? Number.NaN);
  const scale = Number(textOf(element, "scale") ?? Number.NaN);
  if (Number.isNaN(precision) || Number.isNaN(scale))
    throw new Error(`field "${name}" of type ${type} needs <precision> and <scale>`);
  if (precision > 18 || scale > precision)
    throw new Error(`field "${name}": precision ${precision} and scale ${scale} are out of range (at most 18 digits)`);
  return { precision, scale };
}

function lengthOf(element: XmlElement, type: string, name: string): number {
  const stated = textOf(element, "length");
  if (stated !== null) return Number(stated);
  if (textOf(element, "formula") !== null) return type === "Text" ? FORMULA_TEXT_LENGTH : 0;
  if (["Text", "LongTextArea", "Html"].includes(type))
    throw new Error(`field "${name}" of type ${type} needs <length>`);
  return FIXED_LENGTHS[type] ?? 0;
}

/** Facts of a field that its XML does not state. */
export interface FieldContext {
  readonly file: string;
  readonly isCustom: boolean;
  readonly isSystem: boolean;
  readonly valueSets: ValueSets;
}

/** Reads a CustomField element. Throws an Error with the reason when the platform would not accept it. */
export function buildField(element: XmlElement, name: string, context: FieldContext): Field {
  const metadataType = textOf(element, "type") ?? "";
  const type = TYPES[metadataType];
  if (!type) throw new Error(`field "${name}" is of type "${metadataType}", which is not supported by the local org`);
  const reference = referenceOf(element, name, metadataType);
  const formula = textOf(element, "formula");
  if (formula !== null && textOf(element, "formulaTreatBlanksAs") !== "BlankAsBlank")
    throw new Error(`formula field "${name}" needs BlankAsBlank: zeros for blanks are not supported by the local org`);
  const summary = metadataType === "Summary" ? readRollUpSummary(element) : null;
  const picklist = picklistOf(element, context.valueSets);
  if (type.endsWith("picklist") && picklist === null) throw new Error(`field "${name}" has no value set`);
  if (type === "boolean" && formula === null && textOf(element, "defaultValue") === null)
    throw new Error(`checkbox "${name}" needs a <defaultValue>`);
  const valueSet = childOf(element, "valueSet");
  const isMasterDetail = reference?.kind === "masterDetail";
  return {
    name,
    label: textOf(element, "label") ?? name,
    type,
    length: lengthOf(element, metadataType, name),
    ...digits(element, metadataType, name),
    isRequired: flagOf(element, "required") || isMasterDetail,
    isUnique: flagOf(element, "unique"),
    isCaseSensitive: flagOf(element, "caseSensitive"),
    isExternalId: flagOf(element, "externalId"),
    isCustom: context.isCustom,
    isSystem: context.isSystem || metadataType === "AutoNumber" || formula !== null || summary !== null,
    isCreateOnly: isMasterDetail && !flagOf(element, "reparentableMasterDetail"),
    autoNumberFormat: metadataType === "AutoNumber" ? (textOf(element, "displayFormat") ?? "{0}") : null,
    formula,
    summary,
    defaultValue: textOf(element, "defaultValue"),
    picklist,
    isRestrictedPicklist: valueSet !== null && flagOf(valueSet, "restricted"),
    isHtml: metadataType === "Html",
    reference,
    isNameField: false,
    description: textOf(element, "description"),
    helpText: textOf(element, "inlineHelpText"),
    source: { file: context.file },
  };
}

/** A component of type CustomField whose full name is `Object.Field`. */
export function fieldOwner(component: Component): { object: string; field: string } {
  const [object = "", field = ""] = component.fullName.split(".");
  return { object, field };
}
