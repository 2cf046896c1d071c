import type { UserAccess } from "../access/userAccess.ts";
import type { FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import type { WriteTrace } from "../trace/writeTrace.ts";
import { organizationOf, settingValue } from "./hierarchySetting.ts";
import type { RecordStore } from "./recordStore.ts";

/** What formulas and flows of one save may look at. */
export interface SaveScope {
  readonly store: RecordStore;
  readonly access: UserAccess;
  readonly object: ObjectSchema;
  readonly record: RecordValues;
  readonly prior: RecordValues | null;
  /** The org's clock, as a record stores it. */
  readonly now: string;
  /** The org's calendar date, in its time zone. */
  readonly today: string;
  /** The org's time zone, IANA name. */
  readonly timeZone: string;
  /** Where what happens is written down; null = nobody wants to know. */
  readonly trace: WriteTrace | null;
  /** Saves another record in the same transaction, as flows do; a null id inserts. Returns the id. */
  readonly save: (object: ObjectSchema, id: string | null, values: RecordValues) => string;
}

/** Follows `Opportunity__r.Account.Name` from a record; null where a link is empty. */
function follow(
  scope: SaveScope,
  object: ObjectSchema,
  record: RecordValues | null,
  path: readonly string[],
): FieldValue {
  const [step = "", ...rest] = path;
  if (record === null) return null;
  if (rest.length === 0) {
    const field = object.fields.get(step.toLowerCase());
    if (!field) throw new Error(`${object.name} has no field "${step}"`);
    return record[field.name] ?? null;
  }
  const link = [...object.fields.values()].find(
    (field) => field.reference?.relationshipName.toLowerCase() === step.toLowerCase(),
  );
  if (!link?.reference) throw new Error(`${object.name} has no relationship "${step}"`);
  const id = record[link.name];
  if (typeof id !== "string") return null;
  const target = scope.store.object(link.reference.to[0]!);
  return follow(scope, target, scope.store.table(target).get(id), rest);
}

function customMetadata(scope: SaveScope, [type = "", row = "", field = ""]: readonly string[]): FieldValue {
  const object = scope.store.object(type);
  const found = scope.store.table(object).findBy(object.nameField, row)[0];
  return found ? follow(scope, object, found, [field]) : null;
}

function userValue(scope: SaveScope, path: readonly string[]): FieldValue {
  const users = scope.store.object("User");
  return follow(scope, users, scope.store.table(users).get(scope.access.userId), path);
}

/** A field of the record that the calling user's own record points to. */
function callersRecord(scope: SaveScope, name: string, link: string, path: readonly string[]): FieldValue {
  const id = userValue(scope, [link]);
  const object = scope.store.object(name);
  return typeof id === "string" ? follow(scope, object, scope.store.table(object).get(id), path) : null;
}

/** The value of a dotted path: of the record itself, or of one of the platform's globals. */
export function resolvePath(scope: SaveScope, path: readonly string[]): FieldValue {
  const [head = "", ...rest] = path;
  switch (head) {
    case "$Record":
      return follow(scope, scope.object, scope.record, rest);
    case "$Record__Prior":
    case "$Prior":
      return follow(scope, scope.object, scope.prior, rest);
    case "$User":
      return userValue(scope, rest);
    case "$Profile":
      return callersRecord(scope, "Profile", "ProfileId", rest);
    case "$UserRole":
      return callersRecord(scope, "UserRole", "UserRoleId", rest);
    case "$Organization":
      return follow(scope, scope.store.object("Organization"), organizationOf(scope.store), rest);
    case "$Label":
      return scope.store.schema.labels.get(rest[0] ?? "") ?? null;
    case "$Permission":
      return scope.access.customPermissions.has(rest[0] ?? "");
    case "$Setup":
      return settingValue(scope.store, scope.access.userId, rest);
    case "$CustomMetadata":
      return customMetadata(scope, rest);
    case "$Flow":
      return rest[0] === "CurrentDate" ? scope.today : rest[0] === "CurrentDateTime" ? scope.now : null;
    default:
      return follow(scope, scope.object, scope.record, path);
  }
}
