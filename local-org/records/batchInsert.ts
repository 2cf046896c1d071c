import type { SQLInputValue, StatementSync } from "node:sqlite";
import type { Field, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { quoted, storedFields } from "./database.ts";
import type { RecordStore } from "./recordStore.ts";
import { toStored } from "./storedValue.ts";

/** Rows a statement: 60 rows of 100 columns stay far below SQLite's 32,766 parameters. */
const rowsPerInsert = 60;

/**
 * Inserts rows of one object, many by one statement. Handing a value over costs more than storing it, and in most
 * columns of a seed all rows say the same (who made them, when, nothing at all): such a value is bound once a
 * statement, under a name that every row refers to.
 */
export class BatchInsert {
  readonly #store: RecordStore;
  readonly #object: ObjectSchema;
  readonly #fields: readonly Field[];
  /** Fields whose rows were seen to differ. It only grows, so there are few statements. */
  readonly #differing = new Set<Field>();
  #statement: StatementSync | null = null;
  #waiting: RecordValues[] = [];

  constructor(store: RecordStore, object: ObjectSchema) {
    this.#store = store;
    this.#object = object;
    this.#fields = storedFields(object);
  }

  add(record: RecordValues): void {
    this.#waiting.push(record);
    if (this.#waiting.length < rowsPerInsert) return;
    this.#insert(this.#waiting);
    this.#waiting = [];
  }

  /** Inserts those that are too few for a statement of many. */
  finish(): void {
    const table = this.#store.table(this.#object);
    for (const record of this.#waiting) table.insert(record);
    this.#waiting = [];
  }

  #insert(records: readonly RecordValues[]): void {
    if (this.#learn(records)) this.#statement = null;
    this.#statement ??= this.#prepare();
    const shared: Record<string, SQLInputValue> = {};
    const values: SQLInputValue[] = [];
    this.#fields.forEach((field, at) => {
      if (!this.#differing.has(field)) shared[`f${at}`] = toStored(field, records[0]?.[field.name] ?? null);
    });
    for (const record of records)
      for (const field of this.#differing) values.push(toStored(field, record[field.name] ?? null));
    this.#statement.run(shared, ...values);
  }

  /** Whether a field was found to differ that didn't before. */
  #learn(records: readonly RecordValues[]): boolean {
    const known = this.#differing.size;
    for (const field of this.#fields) {
      if (this.#differing.has(field)) continue;
      const first = records[0]?.[field.name] ?? null;
      if (records.some((record) => (record[field.name] ?? null) !== first)) this.#differing.add(field);
    }
    return this.#differing.size > known;
  }

  #prepare(): StatementSync {
    const named = this.#fields.map((field, at) => ({ field, mark: `:f${at}` }));
    const shared = named.filter(({ field }) => !this.#differing.has(field));
    const columns = [...this.#differing, ...shared.map(({ field }) => field)].map(({ name }) => quoted(name));
    const row = [...Array.from(this.#differing, () => "?"), ...shared.map(({ mark }) => mark)].join(", ");
    const rows = Array.from({ length: rowsPerInsert }, () => `(${row})`).join(", ");
    return this.#store.db.prepare(`INSERT INTO ${quoted(this.#object.name)} (${columns.join(", ")}) VALUES ${rows}`);
  }
}
