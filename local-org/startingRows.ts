import { PROFILES } from "./access/userAccess.ts";
import type { PermissionSet } from "./access/permissionSet.ts";
import type { RecordValues } from "./metadata/schema.ts";
import { storedFields } from "./records/database.ts";
import { applyPlatformRules } from "./records/platformRules.ts";
import type { RecordStore } from "./records/recordStore.ts";
import type { Labels } from "./seed/seedRecords.ts";

/** The users that every local org has: an administrator, and one for each permission set. */
export interface StartingUsers {
  readonly administratorId: string;
  /** Username by permission set. */
  readonly usernames: Readonly<Record<string, string>>;
}

const DOMAIN = "partner-program.example.com";

/** Standard user for people, no rights of its own for integrations. */
function profileFor(set: PermissionSet): string {
  return set.name.endsWith("_Service") ? "Minimum Access - API Only Integrations" : "Standard User";
}

class StartingRows {
  readonly #store: RecordStore;
  readonly #now: string;
  readonly labels: Labels = new Map();
  #administratorId: string | null = null;

  constructor(store: RecordStore, now: string) {
    this.#store = store;
    this.#now = now;
  }

  /** Inserts a row that the org comes with, and lets seeds refer to it by the label. */
  add(objectName: string, label: string, values: RecordValues): string {
    const object = this.#store.object(objectName);
    const record: RecordValues = {};
    for (const field of storedFields(object))
      record[field.name] = field.type === "boolean" ? field.defaultValue === "true" : null;
    const id = this.#store.nextId(object);
    const by = this.#administratorId ?? id;
    Object.assign(
      record,
      {
        Id: id,
        CreatedDate: this.#now,
        LastModifiedDate: this.#now,
        SystemModstamp: this.#now,
        CreatedById: by,
        LastModifiedById: by,
      },
      values,
    );
    applyPlatformRules({ object, record, prior: null, given: new Set(), now: this.#now, stages: new Map() });
    this.#store.table(object).insert(record);
    const labels = this.labels.get(objectName) ?? new Map<string, string>();
    this.labels.set(objectName, labels.set(label, id));
    return id;
  }

  addUser(label: string, names: { first: string; last: string; username: string; profile: string }): string {
    const id = this.add("User", label, {
      Username: names.username,
      FirstName: names.first,
      LastName: names.last,
      Email: names.username,
      Alias: label.slice(0, 8).toLowerCase(),
      IsActive: true,
      UserType: "Standard",
      TimeZoneSidKey: "America/Los_Angeles",
      LocaleSidKey: "en_US",
      LanguageLocaleKey: "en_US",
      EmailEncodingKey: "UTF-8",
      ProfileId: this.labels.get("Profile")!.get(names.profile)!,
    });
    this.#administratorId ??= id;
    return id;
  }
}

/** Makes the rows that an org has before anybody puts data into it; returns them by label, for the seed. */
export function addStartingRows(
  store: RecordStore,
  permissionSets: Iterable<PermissionSet>,
  now: string,
): { users: StartingUsers; labels: Labels } {
  const rows = new StartingRows(store, now);
  for (const profile of PROFILES) rows.add("Profile", profile.name, { Name: profile.name, UserType: "Standard" });
  const administratorId = rows.addUser("System_Administrator", {
    first: "System",
    last: "Administrator",
    username: `admin@${DOMAIN}`,
    profile: "System Administrator",
  });
  rows.add("Organization", "Organization", {
    Name: "Local Org",
    OrganizationType: "Developer Edition",
    InstanceName: "LOCAL",
    IsSandbox: false,
    TimeZoneSidKey: "America/Los_Angeles",
    DefaultLocaleSidKey: "en_US",
    LanguageLocaleKey: "en_US",
    FiscalYearStartMonth: "1",
  });
  rows.add("Pricebook2", "Standard Price Book", { Name: "Standard Price Book", IsActive: true, IsStandard: true });
  const usernames: Record<string, string> = {};
  for (const set of permissionSets) {
    const setId = rows.add("PermissionSet", set.name, {
      Name: set.name,
      Label: set.label,
      Description: set.description,
      IsCustom: true,
      Type: "Regular",
    });
    const username = `${set.name.toLowerCase()}@${DOMAIN}`;
    const [last = "", ...first] = set.label.split(" ").reverse();
    const assigneeId = rows.addUser(set.name, {
      first: first.reverse().join(" ") || "Local",
      last,
      username,
      profile: profileFor(set),
    });
    rows.add("PermissionSetAssignment", set.name, { AssigneeId: assigneeId, PermissionSetId: setId });
    if (set.name.endsWith("_Administrator"))
      rows.add("PermissionSetAssignment", "System_Administrator", {
        AssigneeId: administratorId,
        PermissionSetId: setId,
      });
    usernames[set.name] = username;
  }
  return { users: { administratorId, usernames }, labels: rows.labels };
}
