import { type Finding } from "../metadata/metadataError.ts";
import { childrenOf, flagOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import type { Component } from "../metadata/readPackage.ts";
import type { Schema } from "../metadata/schema.ts";

export interface ObjectPermission {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldPermission {
  readonly read: boolean;
  readonly edit: boolean;
}

export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** By lower-case object name. */
  readonly objects: ReadonlyMap<string, ObjectPermission>;
  /** By lower-case `object.field`. */
  readonly fields: ReadonlyMap<string, FieldPermission>;
  readonly customPermissions: ReadonlySet<string>;
  /** Lower-case names of the custom metadata types that its holders may read. */
  readonly metadataTypes: ReadonlySet<string>;
  /** Custom settings that may be read, in lower case. */
  readonly settings: ReadonlySet<string>;
}

function objectPermission(element: XmlElement): ObjectPermission {
  return {
    create: flagOf(element, "allowCreate"),
    read: flagOf(element, "allowRead"),
    edit: flagOf(element, "allowEdit"),
    delete: flagOf(element, "allowDelete"),
    viewAll: flagOf(element, "viewAllRecords"),
    modifyAll: flagOf(element, "modifyAllRecords"),
  };
}

function mapOf<T>(elements: readonly XmlElement[], key: string, read: (element: XmlElement) => T): Map<string, T> {
  return new Map(elements.map((element) => [(textOf(element, key) ?? "").toLowerCase(), read(element)]));
}

function namesOf(elements: readonly XmlElement[]): Set<string> {
  return new Set(elements.map((item) => (textOf(item, "name") ?? "").toLowerCase()));
}

/** Reads a permission set. */
export function buildPermissionSet({ fullName, element }: Component): PermissionSet {
  const enabled = (name: string): XmlElement[] => childrenOf(element, name).filter((item) => flagOf(item, "enabled"));
  return {
    name: fullName,
    label: textOf(element, "label") ?? fullName,
    description: textOf(element, "description"),
    objects: mapOf(childrenOf(element, "objectPermissions"), "object", objectPermission),
    fields: mapOf(childrenOf(element, "fieldPermissions"), "field", (item) => ({
      read: flagOf(item, "readable"),
      edit: flagOf(item, "editable"),
    })),
    customPermissions: new Set(enabled("customPermissions").map((item) => textOf(item, "name") ?? "")),
    metadataTypes: namesOf(enabled("customMetadataTypeAccesses")),
    settings: namesOf(enabled("customSettingAccesses")),
  };
}

function fieldFault(schema: Schema, path: string): string | null {
  const [object = "", name = ""] = path.split(".");
  const field = schema.objects.get(object.toLowerCase())?.fields.get(name.toLowerCase());
  if (!field) return `field permission names "${path}", which does not exist`;
  // https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm
  if (field.isRequired && field.isCustom)
    return `field permission names "${path}", which is required: the platform refuses that`;
  return null;
}

type Right = keyof ObjectPermission;

/** Rights that a right rests on: https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/users_profiles_object_perms.htm */
const NEEDED: Readonly<Record<Right, readonly Right[]>> = {
  read: [],
  create: ["read"],
  edit: ["read"],
  delete: ["read", "edit"],
  viewAll: ["read"],
  modifyAll: ["read", "edit", "delete", "viewAll"],
};

function rightFaults(name: string, rights: ObjectPermission): string[] {
  return (Object.entries(NEEDED) as [Right, readonly Right[]][]).flatMap(([right, needed]) => {
    const missing = rights[right] ? needed.filter((other) => !rights[other]) : [];
    return missing.map((other) => `permission ${right} on "${name}" depends on permission ${other}`);
  });
}

/** Who reads a detail has to read its master. */
function masterFaults(set: XmlElement, schema: Schema, name: string): string[] {
  const read = childrenOf(set, "objectPermissions")
    .filter((item) => flagOf(item, "allowRead"))
    .map((item) => (textOf(item, "object") ?? "").toLowerCase());
  if (!read.includes(name.toLowerCase())) return [];
  const fields = [...(schema.objects.get(name.toLowerCase())?.fields.values() ?? [])];
  const masters = fields.flatMap(({ reference }) => (reference?.kind === "masterDetail" ? reference.to : []));
  return masters
    .filter((master) => !read.includes(master.toLowerCase()))
    .map((master) => `permission read on "${name}" depends on permission read on "${master}"`);
}

/** Names in the permission set that point to nothing. */
export function checkPermissionSet(
  component: Component,
  schema: Schema,
  customPermissions: ReadonlySet<string>,
): Finding[] {
  const { element, file } = component;
  const reasons: (string | null)[] = [];
  const objects = new Set<string>();
  for (const item of childrenOf(element, "objectPermissions")) {
    const name = textOf(item, "object") ?? "";
    if (!schema.objects.has(name.toLowerCase()))
      reasons.push(`object permission names "${name}", which does not exist`);
    if (objects.has(name)) reasons.push(`object permission for "${name}" stands twice`);
    objects.add(name);
    reasons.push(...rightFaults(name, objectPermission(item)));
    reasons.push(...masterFaults(element, schema, name));
  }
  for (const item of childrenOf(element, "fieldPermissions"))
    reasons.push(fieldFault(schema, textOf(item, "field") ?? ""));
  for (const item of childrenOf(element, "customPermissions"))
    if (!customPermissions.has(textOf(item, "name") ?? ""))
      reasons.push(`custom permission "${textOf(item, "name")}" does not exist`);
  for (const item of childrenOf(element, "customMetadataTypeAccesses"))
    if (!schema.objects.has((textOf(item, "name") ?? "").toLowerCase()))
      reasons.push(`custom metadata type "${textOf(item, "name")}" does not exist`);
  for (const item of childrenOf(element, "customSettingAccesses"))
    if (schema.objects.get((textOf(item, "name") ?? "").toLowerCase())?.isHierarchySetting !== true)
      reasons.push(`custom setting "${textOf(item, "name")}" does not exist`);
  return reasons.filter((reason) => reason !== null).map((reason) => ({ file, reason }));
}
