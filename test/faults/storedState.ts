/** What an org holds, taken and put back by tables: quicker than seeding it anew. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from "node:sqlite";

type StoredRow = Readonly<Record<string, SQLOutputValue>>;

/** Rows by table. */
export type StoredState = ReadonlyMap<string, readonly StoredRow[]>;

/** Of a run, not of what it came to. */
const LEDGER = "Partner_Sync_Run__c";
/** When and by which run, and numbers given in order of creation. */
const INCIDENTAL = new Set(["CreatedDate", "LastModifiedDate", "SystemModstamp", "Name", "Sync_Run__c"]);

function tablesOf(db: DatabaseSync): string[] {
  const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%'").all();
  return rows.map(({ name }) => String(name)).filter((name) => !/^(sqlite_|local_org_)/.test(name));
}

function rowsOf(db: DatabaseSync, table: string): StoredRow[] {
  const statement = db.prepare(`SELECT * FROM "${table}"`);
  statement.setReadBigInts(true);
  return statement.all();
}

export function takeState(db: DatabaseSync): StoredState {
  return new Map(tablesOf(db).map((table) => [table, rowsOf(db, table)]));
}

/** Puts every table back; those that are as they were are left alone. */
export function putBack(db: DatabaseSync, state: StoredState): void {
  db.exec("BEGIN");
  for (const [table, rows] of state) {
    const isSame = textOf(rowsOf(db, table)) === textOf(rows);
    if (!isSame) replaceRows(db, table, rows);
  }
  db.exec("COMMIT");
}

function replaceRows(db: DatabaseSync, table: string, rows: readonly StoredRow[]): void {
  db.exec(`DELETE FROM "${table}"`);
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const columns = names.map((name) => `"${name}"`).join(", ");
  const insert = db.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => "?").join(", ")})`);
  for (const row of rows) insert.run(...names.map((name) => row[name] as SQLInputValue));
}

function textOf(rows: readonly StoredRow[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

/**
 * Every row of every table but the ledger, one line each, in an order of its own: ids of rows that a run creates stand
 * for their external ids, since another run may create them in another order.
 */
export function dump(db: DatabaseSync): readonly string[] {
  return tablesOf(db)
    .filter((table) => table !== LEDGER)
    .flatMap((table) => rowsOf(db, table).map((row) => `${table} ${textOf([named(row)])}`))
    .sort();
}

function named(row: StoredRow): StoredRow {
  const key = row["Key__c"];
  const entries = Object.entries(row).filter(([name]) => !INCIDENTAL.has(name));
  const hasName = row["Name"] !== undefined && key === undefined;
  return {
    ...Object.fromEntries(entries),
    ...(typeof key === "string" ? { Id: key } : {}),
    ...(hasName ? { Name: row["Name"] ?? null } : {}),
  };
}
