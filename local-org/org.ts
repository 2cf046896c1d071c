import type { DatabaseSync } from "node:sqlite";
import type { PermissionSet } from "./access/permissionSet.ts";
import { PROFILES, UserAccess } from "./access/userAccess.ts";
import type { OrgClock } from "./clock.ts";
import { type Interference, NO_INTERFERENCE } from "./interference.ts";
import type { ObjectLayouts } from "./metadata/objectLayouts.ts";
import type { Component } from "./metadata/readPackage.ts";
import type { ObjectSchema, RecordValues, Schema } from "./metadata/schema.ts";
import type { Automation } from "./records/automation.ts";
import type { Stage } from "./records/platformRules.ts";
import { RecentlyViewed } from "./records/recentlyViewed.ts";
import { RecordStore } from "./records/recordStore.ts";
import type { SaveRoom } from "./records/saveRecord.ts";
import type { Tracer } from "./trace/tracer.ts";
import { SalesforceError } from "./salesforceError.ts";

export interface OrgParts {
  readonly components: readonly Component[];
  readonly schema: Schema;
  readonly db: DatabaseSync;
  readonly clock: OrgClock;
  readonly automation: Automation;
  readonly permissionSets: ReadonlyMap<string, PermissionSet>;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly interference?: Interference;
  readonly layouts: ObjectLayouts;
  readonly tracer: Tracer;
}

/** A running org: its schema, its rows, its clock, and who may do what. It speaks no protocol. */
export class Org {
  /** The metadata that the org was made from. */
  readonly components: readonly Component[];
  readonly schema: Schema;
  readonly clock: OrgClock;
  readonly store: RecordStore;
  readonly tracer: Tracer;
  readonly automation: Automation;
  readonly saveRoom: SaveRoom;
  readonly permissionSets: ReadonlyMap<string, PermissionSet>;
  readonly interference: Interference;
  readonly layouts: ObjectLayouts;
  readonly recentlyViewed = new RecentlyViewed();
  /** When the org was loaded, by its own clock: its metadata have not changed since. */
  readonly loadedAt: string;
  #aboutOrg: { id: string; timeZone: string } | null = null;
  readonly #access = new Map<string, UserAccess>();

  constructor({
    components,
    schema,
    db,
    clock,
    automation,
    permissionSets,
    stages,
    layouts,
    interference,
    tracer,
  }: OrgParts) {
    this.components = components;
    this.schema = schema;
    this.clock = clock;
    this.loadedAt = clock.stamp();
    this.automation = automation;
    this.permissionSets = permissionSets;
    this.interference = interference ?? NO_INTERFERENCE;
    this.layouts = layouts;
    this.tracer = tracer;
    this.store = new RecordStore(schema, db, tracer);
    this.saveRoom = {
      store: this.store,
      automation,
      tracer,
      stages,
      stamp: () => clock.stamp(),
      today: () => this.today(),
      timeZone: () => this.timeZone,
    };
  }

  /** The one row about the org itself; nobody can change it, so it is read once. */
  get #organization(): { id: string; timeZone: string } {
    if (this.#aboutOrg === null) {
      const row = this.store.db.prepare('SELECT "Id", "TimeZoneSidKey" FROM "Organization" LIMIT 1').get();
      this.#aboutOrg = { id: String(row?.["Id"]), timeZone: String(row?.["TimeZoneSidKey"]) };
    }
    return this.#aboutOrg;
  }

  get organizationId(): string {
    return this.#organization.id;
  }

  get timeZone(): string {
    return this.#organization.timeZone;
  }

  /** The calendar date by the org's clock in the org's time zone. */
  today(): string {
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    return now.toZonedDateTimeISO(this.timeZone).toPlainDate().toString();
  }

  /** The record with its formula fields as they stand now. */
  withFormulas(access: UserAccess, object: ObjectSchema, record: RecordValues): RecordValues {
    return this.automation.formulaFields.withValues(object, record, {
      store: this.store,
      access,
      now: this.clock.stamp(),
      today: this.today(),
      timeZone: this.timeZone,
    });
  }

  /** The id of an active user by username; null = there is none. */
  userIdOf(username: string): string | null {
    const users = this.store.object("User");
    const user = this.store.table(users).findBy(users.fields.get("username")!, username)[0];
    return user && user["IsActive"] === true ? String(user["Id"]) : null;
  }

  /** What that user may do, by profile and assigned permission sets. */
  accessOf(userId: string): UserAccess {
    const known = this.#access.get(userId);
    if (known) return known;
    const user = this.store.find("User", userId);
    if (!user) throw new SalesforceError("INVALID_SESSION_ID", "Session expired or invalid", { status: 401 });
    const profileName = this.store.find("Profile", String(user["ProfileId"]))?.["Name"];
    const profile = PROFILES.find((candidate) => candidate.name === profileName) ?? PROFILES.at(-1)!;
    const access = new UserAccess(
      { id: userId, username: String(user["Username"]), profile },
      this.#assignedSets(userId),
    );
    this.#access.set(userId, access);
    return access;
  }

  #assignedSets(userId: string): PermissionSet[] {
    const names = this.store.db
      .prepare(
        'SELECT p."Name" AS name FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" WHERE a."AssigneeId" = ? AND a."IsDeleted" = 0',
      )
      .all(userId);
    return names.map((row) => this.permissionSets.get(String(row["name"]))).filter((set) => set !== undefined);
  }

  /** Forgets who may do what: after an assignment or a user changed. */
  forgetAccess(): void {
    this.#access.clear();
  }

  /** Who a user is, as the identity service tells it. */
  identityOf(access: UserAccess, origin: string): Record<string, unknown> {
    const user = this.store.find("User", access.userId)!;
    const rest = `${origin}/services/data/v{version}/`;
    return {
      id: `${origin}/id/${this.organizationId}/${access.userId}`,
      asserted_user: true,
      user_id: access.userId,
      organization_id: this.organizationId,
      sub: `${origin}/id/${this.organizationId}/${access.userId}`,
      username: access.username,
      preferred_username: access.username,
      nick_name: user["Alias"],
      display_name: user["Name"],
      name: user["Name"],
      email: user["Email"],
      email_verified: true,
      first_name: user["FirstName"],
      last_name: user["LastName"],
      active: true,
      photos: { picture: `${origin}/profilephoto/005/F`, thumbnail: `${origin}/profilephoto/005/T` },
      user_type: "STANDARD",
      language: "en_US",
      locale: user["LocaleSidKey"] ?? "en_US",
      timezone: user["TimeZoneSidKey"] ?? this.timeZone,
      zoneinfo: user["TimeZoneSidKey"] ?? this.timeZone,
      urls: { rest, sobjects: `${rest}sobjects/`, query: `${rest}query/`, custom_domain: origin },
    };
  }
}
