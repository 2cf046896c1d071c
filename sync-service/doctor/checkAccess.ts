/** Every object and field of the service's permission set, as the org shows them to the integration user. */
import { describeObject, type ObjectDescription } from "../crm/describeObject.ts";
import type { Org } from "../crm/org.ts";
import { type ObjectNeed, readPermissionSetFile, servicePermissionSet } from "../crm/permissionSetFile.ts";
import { fault, type Finding, ok } from "./finding.ts";

const check = "Objects and fields";
const advice = `deploy the package, and assign the permission set ${servicePermissionSet} to the integration user`;

export async function checkAccess(org: Org): Promise<Finding[]> {
  const needs = readPermissionSetFile();
  const found = await Promise.all(needs.map(async (need) => missing(need, await describeObject(org, need.object))));
  const lacks = found.flat();
  if (lacks.length > 0) return lacks.map((what) => fault(check, what, advice));
  const fields = needs.reduce((sum, { readFields }) => sum + readFields.length, 0);
  return [ok(check, `${needs.length} objects and ${fields} fields are there, each with the access that a run needs`)];
}

function missing(need: ObjectNeed, seen: ObjectDescription | null): string[] {
  const { object } = need;
  if (seen === null || (need.isRead && !seen.queryable)) return [`${object} is not there, or may not be read`];
  const fields = new Map(seen.fields.map((field) => [field.name, field]));
  return [
    ...(need.isCreated && !seen.createable ? [`${object}: rows may not be created`] : []),
    ...(need.isUpdated && !seen.updateable ? [`${object}: rows may not be edited`] : []),
    ...need.readFields.filter((name) => !fields.has(name)).map((name) => `${object}.${name} may not be read`),
    ...need.writtenFields
      .filter((name) => isReadOnly(fields.get(name)))
      .map((name) => `${object}.${name} may not be written`),
  ];
}

/** A parent of a detail is set on creation alone. */
function isReadOnly(field: ObjectDescription["fields"][number] | undefined): boolean {
  return field !== undefined && !field.createable && !field.updateable;
}
