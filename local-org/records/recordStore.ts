import type { DatabaseSync } from "node:sqlite";
import type { Field, ObjectSchema, RecordValues, Schema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { Tracer } from "../trace/tracer.ts";
import { makeId, sequenceOf } from "./recordId.ts";
import { RecordTable } from "./recordTable.ts";

/** All rows of the org: finds, numbers and transacts; it applies no rules. */
export class RecordStore {
  readonly schema: Schema;
  readonly db: DatabaseSync;
  /** Told what transactions undo. */
  readonly tracer: Tracer;
  readonly #tables = new Map<string, RecordTable>();
  readonly #lastIds = new Map<string, bigint>();
  readonly #lastNumbers = new Map<string, number>();
  #depth = 0;

  constructor(schema: Schema, db: DatabaseSync, tracer = new Tracer()) {
    this.schema = schema;
    this.tracer = tracer;
    this.db = db;
  }

  /** The object of that name, in any case. Throws INVALID_TYPE where there is none. */
  object(name: string): ObjectSchema {
    const object = this.schema.objects.get(name.toLowerCase());
    if (!object) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    return object;
  }

  table(object: ObjectSchema): RecordTable {
    let table = this.#tables.get(object.name);
    if (!table) this.#tables.set(object.name, (table = new RecordTable(this.db, object)));
    return table;
  }

  /** A live record; null = none, or deleted. */
  find(objectName: string, id: string): RecordValues | null {
    const record = this.table(this.object(objectName)).get(id);
    return record && record["IsDeleted"] !== true ? record : null;
  }

  /** The next id of that object: ids ascend in ASCII order. */
  nextId(object: ObjectSchema): string {
    let last = this.#lastIds.get(object.name);
    if (last === undefined) {
      const stored = this.table(object).lastId();
      last = stored === null ? 0n : sequenceOf(stored);
    }
    this.#lastIds.set(object.name, last + 1n);
    return makeId(object.keyPrefix, last + 1n);
  }

  /** Ids given from here on come after that one. */
  startIdsAfter(object: ObjectSchema, id: string): void {
    const last = this.#lastIds.get(object.name) ?? 0n;
    if (sequenceOf(id) > last) this.#lastIds.set(object.name, sequenceOf(id));
  }

  /** The next value of an auto-number, `OP-{000000}`. */
  nextNumber(object: ObjectSchema, field: Field): string {
    const key = `${object.name}.${field.name}`;
    let last = this.#lastNumbers.get(key);
    if (last === undefined) {
      const row = this.db.prepare(`SELECT count(*) AS n FROM "${object.name}"`).get();
      last = Number(row?.["n"] ?? 0);
    }
    this.#lastNumbers.set(key, last + 1);
    return (field.autoNumberFormat ?? "{0}").replace(/\{(0+)\}/, (_all, zeros: string) =>
      String(last + 1).padStart(zeros.length, "0"),
    );
  }

  /** Runs the work in a savepoint of its own: all of it is kept, or none. */
  transact<T>(work: () => T): T {
    const name = `level_${this.#depth}`;
    const finished = this.tracer.finished;
    this.#depth += 1;
    this.db.exec(this.#depth === 1 ? "BEGIN IMMEDIATE" : `SAVEPOINT ${name}`);
    try {
      const result = work();
      this.db.exec(this.#depth === 1 ? "COMMIT" : `RELEASE ${name}`);
      return result;
    } catch (error) {
      this.tracer.rolledBack(finished);
      this.db.exec(this.#depth === 1 ? "ROLLBACK" : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.tracer.settled();
    }
  }
}
