import type { Finding } from "../metadata/metadataError.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import type { PackageSource } from "./packageSource.ts";

/** Custom fields that field-level security applies to: required ones and parents of details are open to all. */
function needsAccess(object: ObjectSchema, field: Field): boolean {
  return (
    field.isCustom &&
    !field.isRequired &&
    object.kind !== "customMetadata" &&
    !object.isHierarchySetting &&
    field.source.file !== "(platform)"
  );
}

/** What no permission set gives access to can be seen by nobody, administrators included. */
export function checkAccess({ loaded }: PackageSource): Finding[] {
  const sets = [...loaded.permissionSets.values()];
  const findings: Finding[] = [];
  const report = (file: string, reason: string): unknown => findings.push({ file, reason });
  for (const object of loaded.schema.objects.values()) {
    const key = object.name.toLowerCase();
    const { file } = object.source;
    if (object.kind === "custom" && !sets.some((set) => set.objects.get(key)?.read))
      report(file, `no permission set lets anybody read object "${object.name}"`);
    if (object.kind === "customMetadata" && !sets.some((set) => set.metadataTypes.has(key)))
      report(file, `no permission set lets anybody read custom metadata type "${object.name}"`);
    for (const field of [...object.fields.values()].filter((candidate) => needsAccess(object, candidate)))
      if (!sets.some((set) => set.fields.get(`${key}.${field.name.toLowerCase()}`)?.read))
        report(field.source.file, `no permission set lets anybody read field "${object.name}.${field.name}"`);
  }
  for (const { type, fullName, file } of loaded.components)
    if (type === "CustomPermission" && !sets.some((set) => set.customPermissions.has(fullName)))
      report(file, `no permission set gives custom permission "${fullName}"`);
  return findings;
}
