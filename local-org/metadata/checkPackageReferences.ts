import type { Finding } from "./metadataError.ts";
import type { Component } from "./readPackage.ts";
import { PLATFORM_OBJECTS } from "./platformObjects.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./readXml.ts";
import type { ObjectSchema, Schema } from "./schema.ts";

type Reasons = string[];

function objectNamed(schema: Schema, name: string): ObjectSchema | undefined {
  return schema.objects.get(name.toLowerCase());
}

function checkFieldNames(object: ObjectSchema | undefined, names: readonly string[], where: string): Reasons {
  if (!object) return [];
  return names
    .filter((name) => !object.fields.has(name.toLowerCase()))
    .map((name) => `${where} names field "${object.name}.${name}", which does not exist`);
}

/** Shown on layouts of custom metadata types, yet no column of theirs: a layout may name it, a query may not. */
const LAYOUT_ONLY: ReadonlySet<string> = new Set(["IsProtected"]);

function checkLayout(schema: Schema, { fullName, element }: Component): Reasons {
  const objectName = fullName.slice(0, fullName.indexOf("-"));
  const object = objectNamed(schema, objectName);
  if (!object) return [`layout is for object "${objectName}", which does not exist`];
  const items = childrenOf(element, "layoutSections")
    .flatMap((section) => childrenOf(section, "layoutColumns"))
    .flatMap((column) => childrenOf(column, "layoutItems"));
  const fields = items.map((item) => textOf(item, "field")).filter((name) => name !== null);
  return checkFieldNames(
    object,
    fields.filter((name) => !LAYOUT_ONLY.has(name)),
    "layout",
  );
}

function checkTab(schema: Schema, { fullName, element }: Component): Reasons {
  const isObjectTab = textOf(element, "customObject") === "true";
  return isObjectTab && !objectNamed(schema, fullName) ? [`tab is for object "${fullName}", which does not exist`] : [];
}

function checkApp(tabs: ReadonlySet<string>, { element }: Component): Reasons {
  const missing = childrenOf(element, "tabs")
    .map((tab) => tab.text)
    .filter((name) => !name.startsWith("standard-") && !tabs.has(name));
  return missing.map((name) => `app names tab "${name}", which does not exist`);
}

/** Columns of a list view as it writes them: custom fields by name, NAME and other platform names in capitals. */
function checkListView(schema: Schema, { fullName, element }: Component): Reasons {
  const object = objectNamed(schema, fullName.slice(0, fullName.indexOf(".")));
  const filters = childrenOf(element, "filters").map((filter: XmlElement) => textOf(filter, "field") ?? "");
  const columns = childrenOf(element, "columns").map((column) => column.text);
  return checkFieldNames(
    object,
    [...columns, ...filters].filter((name) => name.endsWith("__c")),
    "list view",
  );
}

function checkCompactLayout(schema: Schema, { fullName, element }: Component): Reasons {
  const object = objectNamed(schema, fullName.slice(0, fullName.indexOf(".")));
  return checkFieldNames(
    object,
    childrenOf(element, "fields").map((field) => field.text),
    "compact layout",
  );
}

/** Models under which everybody who may read an object sees all of its records, and who may edit it edits them. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set(["ReadWrite", "ReadWriteTransfer", "FullAccess"]);
const BY_PARENT = "ControlledByParent";

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm */
function checkSharing(schema: Schema, { fullName, element }: Component): Reasons {
  const model = textOf(element, "sharingModel");
  // Setup objects are everybody's to read and the administrator's to write, whatever they state.
  const isCustom = fullName.endsWith("__c");
  if (model === null || !(isCustom || PLATFORM_OBJECTS[fullName]?.hasOwner)) return [];
  if (model !== BY_PARENT && !OPEN_TO_ALL.has(model))
    return [`sharing model "${model}" of ${fullName} is not supported by the local org: it would show what is private`];
  const fields = [...(objectNamed(schema, fullName)?.fields.values() ?? [])];
  const isDetail = fields.some(({ reference }) => reference?.kind === "masterDetail");
  if (!isCustom || isDetail === (model === BY_PARENT)) return [];
  return [
    isDetail
      ? `sharing model "${model}" of ${fullName}: the detail of a master-detail relationship is ${BY_PARENT}`
      : `sharing model "${model}" of ${fullName} needs a master-detail relationship`,
  ];
}

function checkObject(components: readonly Component[], { fullName, element }: Component): Reasons {
  if (textOf(element, "customSettingsType") === "List")
    return [`${fullName} is a list custom setting, which the local org does not support: use a custom metadata type`];
  const assigned = textOf(element, "compactLayoutAssignment");
  if (assigned === null || assigned === "SYSTEM") return [];
  const exists = components.some(
    ({ type, fullName: name }) => type === "CompactLayout" && name === `${fullName}.${assigned}`,
  );
  return exists ? [] : [`compact layout "${assigned}" of ${fullName} does not exist`];
}

function checkRuleField(schema: Schema, { fullName, element }: Component): Reasons {
  const object = objectNamed(schema, fullName.slice(0, fullName.indexOf(".")));
  const field = textOf(element, "errorDisplayField");
  return field === null ? [] : checkFieldNames(object, [field], "validation rule");
}

function checkLookupFilter(schema: Schema, { fullName, element }: Component): Reasons {
  const target = objectNamed(schema, textOf(element, "referenceTo") ?? "");
  const filter = childOf(element, "lookupFilter");
  if (!filter || !target) return [];
  const names = childrenOf(filter, "filterItems")
    .map((item) => (textOf(item, "field") ?? "").split("."))
    .filter(([object]) => object === target.name);
  return checkFieldNames(
    target,
    names.map(([, field = ""]) => field),
    `lookup filter of ${fullName}`,
  );
}

/** What layouts, tabs, apps, list views and rules name must exist. Returns all findings. */
export function checkPackageReferences(components: readonly Component[], schema: Schema): Finding[] {
  const tabs = new Set(components.filter(({ type }) => type === "CustomTab").map(({ fullName }) => fullName));
  const checks: Record<string, (component: Component) => Reasons> = {
    CompactLayout: (component) => checkCompactLayout(schema, component),
    CustomApplication: (component) => checkApp(tabs, component),
    CustomField: (component) => checkLookupFilter(schema, component),
    CustomObject: (component) => [...checkObject(components, component), ...checkSharing(schema, component)],
    CustomTab: (component) => checkTab(schema, component),
    Layout: (component) => checkLayout(schema, component),
    ListView: (component) => checkListView(schema, component),
    ValidationRule: (component) => checkRuleField(schema, component),
  };
  return components.flatMap((component) =>
    (checks[component.type]?.(component) ?? []).map((reason) => ({ file: component.file, reason })),
  );
}
