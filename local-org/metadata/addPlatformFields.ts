import { PLATFORM_OBJECTS } from "./platformObjects.ts";
import { childOf, textOf } from "./readXml.ts";
import type { Field } from "./schema.ts";
import { isHierarchySetting, type ObjectDraft } from "./schemaDraft.ts";
import { auditFields, currencyField, ownerField, platformField, setupOwnerField } from "./systemFields.ts";

function nameField(draft: ObjectDraft): Field | null {
  const platform = PLATFORM_OBJECTS[draft.name];
  if (platform?.nameLength === 0) return null;
  if (draft.name.endsWith("__mdt"))
    return platformField("DeveloperName", "string", { length: 40, isNameField: true, isUnique: true });
  if (isHierarchySetting(draft))
    return platformField("Name", "string", { length: 80, isNameField: true, isSystem: false });
  const element = childOf(draft.component.element, "nameField");
  const isAutoNumber = element !== null && textOf(element, "type") === "AutoNumber";
  const isCompound = draft.fields.has("lastname");
  return platformField("Name", "string", {
    label: (element && textOf(element, "label")) ?? "Name",
    length: platform?.nameLength ?? 80,
    isNameField: true,
    isRequired: !isAutoNumber && !isCompound && draft.name !== "OpportunityLineItem",
    isSystem: isAutoNumber || isCompound,
    autoNumberFormat: isAutoNumber ? (textOf(element, "displayFormat") ?? "{0}") : null,
  });
}

function idLabel({ name, component }: ObjectDraft): string {
  return PLATFORM_OBJECTS[name] ? `${textOf(component.element, "label") ?? name} ID` : "Record ID";
}

/** Gives an object the fields that every object has: id, name, owner, audit fields, currency. */
export function addPlatformFields(draft: ObjectDraft, isMultiCurrency: boolean): void {
  const add = (field: Field): unknown => draft.fields.set(field.name.toLowerCase(), field);
  add(platformField("Id", "id", { label: idLabel(draft) }));
  const name = nameField(draft);
  if (name) add(name);
  if (draft.name.endsWith("__mdt")) {
    for (const text of ["MasterLabel", "Label", "Language", "NamespacePrefix", "QualifiedApiName"])
      add(platformField(text, "string", { length: 255 }));
    add(platformField("SystemModstamp", "datetime"));
    return;
  }
  auditFields().forEach(add);
  if (isHierarchySetting(draft)) {
    add(setupOwnerField());
    return;
  }
  const isDetail = [...draft.fields.values()].some((f) => f.reference?.kind === "masterDetail");
  const platform = PLATFORM_OBJECTS[draft.name];
  if (platform ? platform.hasOwner : !isDetail) add(ownerField());
  const hasCurrency =
    !platform ||
    platform.hasOwner ||
    ["OpportunityLineItem", "Product2", "PricebookEntry", "User"].includes(draft.name);
  if (isMultiCurrency && hasCurrency) add(currencyField());
}
