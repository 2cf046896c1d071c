import { basename } from "node:path";
import type { Field, FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { checkRequired } from "../records/fieldChecks.ts";
import { storedFields } from "../records/database.ts";
import { parseValue } from "../records/parseValue.ts";
import { applyPlatformRules, type Stage } from "../records/platformRules.ts";
import { isValidId, toId18 } from "../records/recordId.ts";
import type { RecordStore } from "../records/recordStore.ts";
import { SeedError } from "./seedError.ts";
import { seedFiles, seedRows } from "./seedFiles.ts";

/** Rows known by name before the seed: profiles, permission sets, the users that the org makes itself. */
export type Labels = Map<string, Map<string, string>>;

export interface SeedRoom {
  readonly store: RecordStore;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly labels: Labels;
  /** Who is taken to have made rows that do not say, and when. */
  readonly ownerId: string;
  readonly now: string;
}

interface Column {
  readonly field: Field;
  readonly index: number;
}

const MOST_FAULTS = 1000;

class SeedLoad {
  readonly #room: SeedRoom;
  readonly faults: string[] = [];
  readonly #unique = new Map<string, Set<string>>();
  rows = 0;

  constructor(room: SeedRoom) {
    this.#room = room;
  }

  fault(file: string, line: number, reason: string): void {
    this.faults.push(`${basename(file)}:${line}: ${reason}`);
    if (this.faults.length >= MOST_FAULTS) throw new SeedError(this.faults);
  }

  #labelsOf(object: string): Map<string, string> {
    let labels = this.#room.labels.get(object);
    if (!labels) this.#room.labels.set(object, (labels = new Map<string, string>()));
    return labels;
  }

  /** First pass: every row gets its real id, ascending in file order, so that references may point anywhere. */
  async assignIds(object: ObjectSchema, file: string): Promise<void> {
    const labels = this.#labelsOf(object.name);
    let idAt = -1;
    for await (const { line, cells } of seedRows(file)) {
      if (line === 1) {
        idAt = cells.findIndex((name) => name.trim().toLowerCase() === "id");
        if (idAt < 0) return;
        continue;
      }
      const label = cells[idAt] ?? "";
      if (label === "") continue;
      if (labels.has(label)) this.fault(file, line, `Id "${label}" stands twice`);
      else labels.set(label, this.#idFor(object, label, file, line));
    }
  }

  #idFor(object: ObjectSchema, label: string, file: string, line: number): string {
    if (!isValidId(label)) return this.#room.store.nextId(object);
    const id = toId18(label);
    if (!id.startsWith(object.keyPrefix))
      this.fault(file, line, `Id "${label}" does not begin with ${object.keyPrefix}, as ids of ${object.name} do`);
    return id;
  }

  #columns(object: ObjectSchema, file: string, header: readonly string[]): Column[] {
    const columns: Column[] = [];
    header.forEach((name, index) => {
      const field = object.fields.get(name.trim().toLowerCase());
      if (!field || field.formula !== null) this.fault(file, 1, `${object.name} has no field "${name}"`);
      else if (columns.some((column) => column.field === field)) this.fault(file, 1, `column "${name}" stands twice`);
      else columns.push({ field, index });
    });
    return columns;
  }

  #resolve(field: Field, text: string): FieldValue {
    if (field.reference === null) return parseValue(field, text);
    for (const target of field.reference.to) {
      const id = this.#room.labels.get(target)?.get(text);
      if (id !== undefined) return id;
    }
    const target = this.#room.store.object(field.reference.to[0]!);
    if (isValidId(text) && this.#room.store.table(target).get(toId18(text))) return toId18(text);
    throw new Error(`${field.name}: there is no ${field.reference.to.join(" or ")} "${text}"`);
  }

  #record(object: ObjectSchema, columns: readonly Column[], cells: readonly string[]): RecordValues {
    const record: RecordValues = {};
    for (const field of storedFields(object))
      record[field.name] = field.type === "boolean" ? field.defaultValue === "true" : null;
    for (const { field, index } of columns) {
      const text = cells[index] ?? "";
      if (field.type === "id") record["Id"] = text === "" ? null : (this.#labelsOf(object.name).get(text) ?? null);
      else if (text !== "") record[field.name] = this.#resolve(field, text);
    }
    return record;
  }

  #complete(object: ObjectSchema, record: RecordValues): void {
    const { store, ownerId, now, stages } = this.#room;
    const lastStageChange = record["LastStageChangeDate"];
    record["Id"] ??= store.nextId(object);
    const given = new Set(Object.keys(record).filter((name) => record[name] !== null));
    applyPlatformRules({ object, record, prior: null, given, now, stages });
    if (lastStageChange !== undefined) record["LastStageChangeDate"] = lastStageChange;
    if (object.fields.has("createddate")) {
      record["CreatedDate"] ??= now;
      record["LastModifiedDate"] ??= record["CreatedDate"];
      record["SystemModstamp"] ??= record["LastModifiedDate"];
      record["CreatedById"] ??= ownerId;
      record["LastModifiedById"] ??= ownerId;
    }
    if (object.fields.has("ownerid")) record["OwnerId"] ??= ownerId;
    for (const field of storedFields(object))
      if (field.autoNumberFormat !== null) record[field.name] ??= store.nextNumber(object, field);
  }

  #checkUnique(object: ObjectSchema, record: RecordValues): void {
    for (const field of object.fields.values()) {
      const value = record[field.name];
      if (!field.isUnique || typeof value !== "string") continue;
      const key = `${object.name}.${field.name}`;
      const seen = this.#unique.get(key) ?? new Set<string>();
      const folded = field.isCaseSensitive ? value : value.toLowerCase();
      if (seen.has(folded)) throw new Error(`${field.name} "${value}" stands twice, but is unique`);
      this.#unique.set(key, seen.add(folded));
    }
  }

  /** Second pass: rows as they are, no automation. */
  async restore(object: ObjectSchema, file: string): Promise<void> {
    let columns: Column[] = [];
    let width = 0;
    for await (const { line, cells } of seedRows(file)) {
      if (line === 1) {
        columns = this.#columns(object, file, cells);
        width = cells.length;
        continue;
      }
      if (cells.length !== width) this.fault(file, line, `${cells.length} cells, but the header has ${width}`);
      else this.#restoreRow(object, columns, cells, file, line);
    }
  }

  #restoreRow(
    object: ObjectSchema,
    columns: readonly Column[],
    cells: readonly string[],
    file: string,
    line: number,
  ): void {
    try {
      const record = this.#record(object, columns, cells);
      this.#complete(object, record);
      checkRequired(object, record);
      this.#checkUnique(object, record);
      this.#room.store.table(object).insert(record);
      this.rows += 1;
    } catch (error) {
      this.fault(file, line, (error as Error).message);
    }
  }
}

/**
 * Restores the rows of a seed directory as they are: no flows, no validation rules, no stamping. Types,
 * references, required and unique fields are checked. Throws a SeedError that names file and line.
 * Returns the number of rows.
 */
export async function loadSeed(room: SeedRoom, directory: string): Promise<number> {
  const load = new SeedLoad(room);
  const files: { object: ObjectSchema; file: string }[] = [];
  for (const [name, file] of seedFiles(directory)) {
    const object = room.store.schema.objects.get(name.toLowerCase());
    if (!object) load.fault(file, 1, `there is no object "${name}"`);
    else if (object.kind === "customMetadata")
      load.fault(file, 1, `${name} is custom metadata: its rows belong to the package`);
    else files.push({ object, file });
  }
  for (const { object, file } of files) await load.assignIds(object, file);
  room.store.db.exec("BEGIN");
  for (const { object, file } of files) await load.restore(object, file);
  if (load.faults.length > 0) {
    room.store.db.exec("ROLLBACK");
    throw new SeedError(load.faults);
  }
  room.store.db.exec("COMMIT");
  return load.rows;
}
