import { basename } from "node:path";
import type { ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { BatchInsert } from "../records/batchInsert.ts";
import { isFullId } from "../records/recordId.ts";
import { SeedError } from "./seedError.ts";
import { type SeedCell, seedColumn, seedFiles, seedRows } from "./seedFiles.ts";
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

  /**
   * First pass: every row that is named gets its real id, so that references may point anywhere. Ids that
   * the file states are kept; labels get theirs after the greatest of them, ascending in file order.
   */
  assignIds(object: ObjectSchema, file: string): void {
    const labels = this.#records.labelsOf(object.name);
    const unnumbered: SeedCell[] = [];
    for (const named of seedColumn(file, "Id")) {
      const { line, cell } = named;
      if (cell === "") continue;
      if (!isFullId(cell)) unnumbered.push(named);
      else this.#name(labels, named, file, this.#statedId(object, cell, file, line));
    }
    for (const named of unnumbered) this.#name(labels, named, file, this.#room.store.nextId(object));
  }

  /** One look at a map of a million labels, not two. */
  #name(labels: Map<string, string>, { line, cell }: SeedCell, file: string, id: string): void {
    const known = labels.size;
    labels.set(cell, id);
    if (labels.size === known) this.fault(file, line, `Id "${cell}" stands twice`);
  }

  #statedId(object: ObjectSchema, id: string, file: string, line: number): string {
    if (!id.startsWith(object.keyPrefix))
      this.fault(file, line, `Id "${id}" does not begin with ${object.keyPrefix}, as ids of ${object.name} do`);
    else if (this.#room.store.table(object).get(id))
      this.fault(file, line, `Id "${id}" is that of a record which every org comes with; take another`);
    else this.#room.store.startIdsAfter(object, id);
    return id;
  }

  #columns(object: ObjectSchema, file: string, header: readonly string[]): Column[] {
    const columns: Column[] = [];
    header.forEach((name, index) => {
      const field = object.fields.get(name.trim().toLowerCase());
      if (!field) this.fault(file, 1, `${object.name} has no field "${name}"${separatorHint(name)}`);
      else if (field.formula !== null) this.fault(file, 1, `${field.name} is a formula: leave the column out`);
      else if (columns.some((column) => column.field === field)) this.fault(file, 1, `column "${name}" stands twice`);
      else columns.push({ field, index });
    });
    return columns;
  }

  /** Second pass: rows as they are, no automation. */
  restore(object: ObjectSchema, file: string): void {
    const inserts = new BatchInsert(this.#room.store, object);
    let columns: Column[] = [];
    let width = 0;
    for (const { line, cells } of seedRows(file)) {
      if (line === 1) {
        columns = this.#columns(object, file, cells);
        width = cells.length;
      } else if (cells.length !== width) this.fault(file, line, `${cells.length} cells, but the header has ${width}`);
      else this.#restoreRow({ file, line }, inserts, () => this.#records.read(object, columns, cells));
    }
    if (this.faults.length === 0) inserts.finish();
  }

  #restoreRow({ file, line }: { file: string; line: number }, inserts: BatchInsert, read: () => RecordValues): void {
    try {
      const record = read();
      // Once anything is wrong nothing of the seed stays; what follows is only looked through for more faults.
      if (this.faults.length === 0) inserts.add(record);
      this.rows += 1;
    } catch (error) {
      this.fault(file, line, (error as Error).message);
    }
  }
}

/** The whole header read as one name. */
function separatorHint(name: string): string {
  return /[;\t]/.test(name) ? " (cells are separated by commas)" : "";
}

/**
 * Restores the rows of a seed directory as they are: no flows, no validation rules, no stamping. Types,
 * references, required and unique fields are checked. Throws a SeedError that names file and line.
 * Returns the number of rows.
 */
export function loadSeed(room: SeedRoom, directory: string): number {
  const load = new SeedLoad(room);
  const files: { object: ObjectSchema; file: string }[] = [];
  for (const [name, file] of seedFiles(directory)) {
    const object = room.store.schema.objects.get(name.toLowerCase());
    if (!object) load.fault(file, 1, `there is no object "${name}"`);
    else if (object.kind === "customMetadata")
      load.fault(file, 1, `${name} is custom metadata: its rows belong to the package`);
    else files.push({ object, file });
  }
  for (const { object, file } of files) load.assignIds(object, file);
  room.store.db.exec("BEGIN");
  for (const { object, file } of files) load.restore(object, file);
  if (load.faults.length > 0) {
    room.store.db.exec("ROLLBACK");
    throw new SeedError(load.faults);
  }
  markOpportunitiesWithLines(room);
  room.store.db.exec("COMMIT");
  return load.rows;
}

/** What the platform keeps on an opportunity by itself, whoever put the line items there. */
function markOpportunitiesWithLines({ store }: SeedRoom): void {
  store.db.exec(
    'UPDATE "Opportunity" SET "HasOpportunityLineItem" = 1 WHERE "Id" IN (SELECT "OpportunityId" FROM "OpportunityLineItem" WHERE "IsDeleted" = 0)',
  );
}
