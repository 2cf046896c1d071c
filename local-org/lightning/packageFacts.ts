import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childrenOf, readXml, textOf } from "../metadata/readXml.ts";
import type { Schema } from "../metadata/schema.ts";
import { bundlesIn, type ModuleRecord } from "./build/moduleRecords.ts";

/** Folders of that name in the package: `lwc`, `labels`. */
export function foldersNamed(packageDirectory: string, name: string): string[] {
  if (!existsSync(packageDirectory)) return [];
  return readdirSync(packageDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The package's own components, `c/<bundle>`; folders of tests and shared settings are none. */
export function componentsOf(packageDirectory: string): ModuleRecord[] {
  return foldersNamed(packageDirectory, "lwc").flatMap((folder) => bundlesIn(folder, "c"));
}

/** Custom labels by name, as they stand in the files now. */
export function labelsOf(packageDirectory: string): Map<string, string> {
  const files = foldersNamed(packageDirectory, "labels").flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".labels-meta.xml"))
      .map((name) => join(folder, name)),
  );
  const labels = files.flatMap((file) => childrenOf(readXml(readFileSync(file, "utf8")).root, "labels"));
  return new Map(labels.map((label) => [textOf(label, "fullName") ?? "", textOf(label, "value") ?? ""]));
}

/** Longest way up that `@salesforce/schema` is made for: `Opportunity_Partner__c.Opportunity__r.StageName`. */
function spanned(schema: Schema, object: string, names: Map<string, string>): void {
  for (const field of schema.objects.get(object)?.fields.values() ?? []) {
    const target = field.reference && schema.objects.get((field.reference.to[0] ?? "").toLowerCase());
    if (!target) continue;
    for (const parent of target.fields.values()) {
      const path = `${schema.objects.get(object)!.name}.${field.reference.relationshipName}.${parent.name}`;
      names.set(path.toLowerCase(), path);
    }
  }
}

/** Every name that `@salesforce/schema/…` may have. */
export function schemaNamesOf(schema: Schema): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, object] of schema.objects) {
    names.set(key, object.name);
    for (const field of object.fields.values()) {
      const path = `${object.name}.${field.name}`;
      names.set(path.toLowerCase(), path);
    }
    spanned(schema, key, names);
  }
  return names;
}
