import { basename } from "node:path";
import type { ObjectSchema } from "../metadata/schema.ts";
import { isValidId, toId18 } from "../records/recordId.ts";
import { SeedError } from "./seedError.ts";
import { seedFiles, seedRows } from "./seedFiles.ts";
import { type Column, SeedRecords, type SeedRoom } from "./seedRecords.ts";

const MOST_FAULTS = 1000;

class SeedLoad {
  readonly #room: SeedRoom;
  readonly faults: string[] = [];
  readonly #records: SeedRecords;
  rows = 0;

  constructor(room: SeedRoom) {
    this.#room = room;
    this.#records = new SeedRecords(room);
  }

  fault(file: string, line: number, reason: string): void {
    this.faults.push(`${basename(file)}:${line}: ${reason}`);
    if (this.faults.length >= MOST_FAULTS) throw new SeedError(this.faults);
  }

  /** First pass: every row gets its real id, ascending in file order, so that references may point anywhere. */
  async assignIds(object: ObjectSchema, file: string): Promise<void> {
    const labels = this.#records.labelsOf(object.name);
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
      const record = this.#records.read(object, columns, cells);
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
