import type { FieldValue, RecordValues } from "../metadata/schema.ts";
import type { RecordStore } from "./recordStore.ts";

/** The org's own record; null = there is none. */
export function organizationOf(store: RecordStore): RecordValues | null {
  return store.table(store.object("Organization")).all()[0] ?? null;
}

/**
 * What `$Setup.Settings__c.Limit__c` is to a user: of the records for the user, the profile and the organization the
 * first in which the field is filled; null where none is. A checkbox is never empty, so the nearest record decides it.
 * https://help.salesforce.com/s/articleView?id=platform.cs_about.htm
 */
export function settingValue(store: RecordStore, userId: string, path: readonly string[]): FieldValue {
  const [name = "", fieldName = ""] = path;
  const object = store.object(name);
  const owner = object.fields.get("setupownerid")!;
  const profileId = store.find("User", userId)?.["ProfileId"];
  for (const id of [userId, profileId, organizationOf(store)?.["Id"]]) {
    const record = typeof id === "string" ? store.table(object).findBy(owner, id)[0] : undefined;
    const value = record?.[fieldName] ?? null;
    if (value !== null) return value;
  }
  return null;
}
