import { DatabaseSync } from "node:sqlite";
import type { Field, ObjectSchema, Schema } from "../metadata/schema.ts";
import { isDecimal } from "./storedValue.ts";

/** Identifiers come from checked metadata, yet quoting keeps reserved words such as Order usable. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnType(field: Field): string {
  if (field.type === "boolean" || isDecimal(field.type)) return "INTEGER";
  if (field.type === "id" || field.type === "reference") return "TEXT";
  // SOQL compares text without regard to case: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/
  return field.isCaseSensitive ? "TEXT" : "TEXT COLLATE NOCASE";
}

const columnsOf = new WeakMap<ObjectSchema, readonly Field[]>();

/** Fields that have a column: all but the calculated ones. Looked up once an object: a seed asks for each row. */
export function storedFields(object: ObjectSchema): readonly Field[] {
  let fields = columnsOf.get(object);
  if (!fields) columnsOf.set(object, (fields = [...object.fields.values()].filter((field) => field.formula === null)));
  return fields;
}

function createTable(object: ObjectSchema): string {
  const columns = storedFields(object).map((field) => `${quoted(field.name)} ${columnType(field)}`);
  return `CREATE TABLE IF NOT EXISTS ${quoted(object.name)} (${columns.join(", ")}) STRICT`;
}

function isLookedUp(field: Field): boolean {
  const isAudit = field.name === "CreatedById" || field.name === "LastModifiedById";
  return field.type === "id" || (field.reference !== null && !isAudit) || field.isUnique || field.isExternalId;
}

/** Indexes on what is looked up: ids, references, unique fields, external ids. Made after seeding, which is faster. */
export function createIndexes(db: DatabaseSync, schema: Schema): void {
  for (const object of schema.objects.values())
    for (const field of storedFields(object).filter(isLookedUp)) {
      const index = field.type === "id" ? "UNIQUE INDEX" : "INDEX";
      const name = quoted(`${object.name}.${field.name}`);
      db.exec(`CREATE ${index} IF NOT EXISTS ${name} ON ${quoted(object.name)} (${quoted(field.name)})`);
    }
  db.exec("PRAGMA optimize");
}

/** Opens the store; `:memory:` or a file that outlives the process. */
export function openDatabase(schema: Schema, file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readBigInts: true });
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536",
  );
  for (const object of schema.objects.values()) db.exec(createTable(object));
  return db;
}
