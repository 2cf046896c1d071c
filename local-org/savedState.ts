import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Component } from "./metadata/readPackage.ts";
import type { RecordStore } from "./records/recordStore.ts";
import type { StartingUsers } from "./startingRows.ts";

/** A state directory that cannot be gone on with; the message says the way out. */
export class StateError extends Error {
  readonly code = "STATE_INVALID";
}

/** Where an element stands in its file changes with every comment; what it says does not. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === "place" ? undefined : value;
}

/** What the data were made with: names of objects and fields, and the rows of custom metadata. */
function signature(components: readonly Component[]): string {
  const hash = createHash("sha256");
  for (const { type, fullName, element } of components)
    hash.update(JSON.stringify([type, fullName, element], withoutPlaces));
  return hash.digest("hex");
}

/** True where the database already holds an org made from this very package; false where it is new. Throws a StateError otherwise. */
export function isSavedState(db: DatabaseSync, components: readonly Component[], hasSeed: boolean): boolean {
  db.exec("CREATE TABLE IF NOT EXISTS local_org_state (signature TEXT NOT NULL) STRICT");
  const saved = db.prepare("SELECT signature FROM local_org_state").get()?.["signature"];
  if (saved === undefined) {
    db.prepare("INSERT INTO local_org_state VALUES (?)").run(signature(components));
    return false;
  }
  if (saved !== signature(components))
    throw new StateError(
      "The state directory was made from another version of the package: remove it, or name another one with --state",
    );
  if (hasSeed)
    throw new StateError(
      "The state directory already holds an org: leave --seed out to go on with it, or remove the directory to seed it anew",
    );
  return true;
}

/** Whether the org that a database file holds has currencies; null = the file holds no org yet. */
export function isSavedMultiCurrency(file: string): boolean | null {
  if (!existsSync(file)) return null;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const columns = db.prepare("SELECT name FROM pragma_table_info('Account')").all();
    return columns.length === 0 ? null : columns.some((column) => column["name"] === "CurrencyIsoCode");
  } finally {
    db.close();
  }
}

/** The users that the org made for itself when it was new. */
export function savedUsers(store: RecordStore): StartingUsers {
  const rows = store.db
    .prepare(
      'SELECT u."Id" AS id, u."Username" AS username, p."Name" AS name FROM "User" u LEFT JOIN "PermissionSetAssignment" a ON a."AssigneeId" = u."Id" LEFT JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" ORDER BY u."Id"',
    )
    .all();
  const assigned = rows.slice(1).filter((row) => row["name"] !== null);
  return {
    administratorId: String(rows[0]?.["id"]),
    usernames: Object.fromEntries(assigned.map((row) => [String(row["name"]), String(row["username"])])),
  };
}
