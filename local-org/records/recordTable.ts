import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Field, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { quoted, storedFields } from "./database.ts";
import { fromStored, toStored } from "./storedValue.ts";

/** Reads and writes one object's rows. Statements are prepared once. */
export class RecordTable {
  readonly object: ObjectSchema;
  readonly #db: DatabaseSync;
  readonly #fields: readonly Field[];
  readonly #statements = new Map<string, StatementSync>();
  #insert: StatementSync | null = null;

  constructor(db: DatabaseSync, object: ObjectSchema) {
    this.#db = db;
    this.object = object;
    this.#fields = storedFields(object);
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  #toRecord(row: Record<string, SQLOutputValue>): RecordValues {
    const record: RecordValues = {};
    for (const field of this.#fields) record[field.name] = fromStored(field, row[field.name] ?? null);
    return record;
  }

  /** The row of that id, deleted ones included; null = there is none. */
  get(id: string): RecordValues | null {
    const row = this.#statement(`SELECT * FROM ${quoted(this.object.name)} WHERE "Id" = ?`).get(id);
    return row ? this.#toRecord(row) : null;
  }

  /** Live rows whose field has that value. */
  findBy(field: Field, value: string): RecordValues[] {
    const live = this.object.fields.has("isdeleted") ? ' AND "IsDeleted" = 0' : "";
    return this.#statement(`SELECT * FROM ${quoted(this.object.name)} WHERE ${quoted(field.name)} = ?${live}`)
      .all(toStored(field, value))
      .map((row) => this.#toRecord(row));
  }

  /** Every live row. */
  all(): RecordValues[] {
    const live = this.object.fields.has("isdeleted") ? ' WHERE "IsDeleted" = 0' : "";
    return this.#statement(`SELECT * FROM ${quoted(this.object.name)}${live}`)
      .all()
      .map((row) => this.#toRecord(row));
  }

  insert(record: RecordValues): void {
    this.#insert ??= this.#prepareInsert();
    this.#insert.run(...this.#fields.map((field) => toStored(field, record[field.name] ?? null)));
  }

  #prepareInsert(): StatementSync {
    const names = this.#fields.map((field) => quoted(field.name)).join(", ");
    const marks = this.#fields.map(() => "?").join(", ");
    return this.#db.prepare(`INSERT INTO ${quoted(this.object.name)} (${names}) VALUES (${marks})`);
  }

  /** Writes the named fields of the row. */
  update(id: string, record: RecordValues, fieldNames: readonly string[]): void {
    const fields = this.#fields.filter((field) => fieldNames.includes(field.name));
    if (fields.length === 0) return;
    const assignments = fields.map((field) => `${quoted(field.name)} = ?`).join(", ");
    this.#statement(`UPDATE ${quoted(this.object.name)} SET ${assignments} WHERE "Id" = ?`).run(
      ...fields.map((field) => toStored(field, record[field.name] ?? null)),
      id,
    );
  }

  /** How many live rows there are. */
  count(): number {
    const live = this.object.fields.has("isdeleted") ? ' WHERE "IsDeleted" = 0' : "";
    return Number(this.#statement(`SELECT count(*) AS rows FROM ${quoted(this.object.name)}${live}`).get()?.["rows"]);
  }

  /** The greatest id given so far; null = none. */
  lastId(): string | null {
    const row = this.#statement(`SELECT max("Id") AS last FROM ${quoted(this.object.name)}`).get();
    return (row?.["last"] as string | null) ?? null;
  }
}
