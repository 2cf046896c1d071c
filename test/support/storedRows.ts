import { DatabaseSync } from "node:sqlite";
import type { Field, Schema } from "../../local-org/metadata/schema.ts";

const INTEGERS = new Set(["boolean", "int", "double", "currency", "percent"]);

function columnSql(field: Field): string {
  if (field.type === "id") return `"${field.name}" TEXT PRIMARY KEY`;
  if (INTEGERS.has(field.type)) return `"${field.name}" INTEGER`;
  return `"${field.name}" TEXT${field.type === "reference" ? "" : " COLLATE NOCASE"}`;
}

/** Tables as the local org lays them out. */
export function makeTables(schema: Schema): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const object of schema.objects.values()) {
    const stored = [...object.fields.values()].filter((field) => field.formula === null);
    db.exec(`CREATE TABLE "${object.name}" (${stored.map(columnSql).join(", ")}) STRICT`);
  }
  return db;
}

export type StoredRow = Record<string, string | number | bigint | null>;

/** Inserts stored values (scaled integers, 0 and 1); checkboxes left out are 0. */
export function insertRow(db: DatabaseSync, schema: Schema, objectName: string, row: StoredRow): void {
  const object = schema.objects.get(objectName.toLowerCase())!;
  const full: StoredRow = {};
  for (const field of object.fields.values()) if (field.type === "boolean") full[field.name] = 0;
  Object.assign(full, row);
  const names = Object.keys(full);
  db.prepare(
    `INSERT INTO "${objectName}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  ).run(...Object.values(full));
}
