import { basename } from "node:path";
import type { ObjectSchema } from "../metadata/schema.ts";
import { isFullId } from "../records/recordId.ts";
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

  /**
   * First pass: every row that is named gets its real id, so that references may point anywhere. Ids that
   * the file states are kept; labels get theirs after the greatest of them, ascending in file order.
   */
  assignIds(object: ObjectSchema, file: string): void {
    const labels = this.#records.labelsOf(object.name);
    const unnumbered: string[] = [];
    let idAt = -1;
    for (const { line, cells } of seedRows(file)) {
      const label = cells[idAt] ?? "";
      if (line === 1) idAt = cells.findIndex((name) => name.trim().toLowerCase() === "id");
      else if (labels.has(label)) this.fault(file, line, `Id "${label}" stands twice`);
      else if (isFullId(label)) labels.set(label, this.#statedId(object, label, file, line));
      else if (label !== "") unnumbered.push(this.#reserve(labels, label));
    }
    for (const label of unnumbered) labels.set(label, this.#room.store.nextId(object));
  }

  /** Takes the label, so that a second row of that name is noticed. */
  #reserve(labels: Map<string, string>, label: string): string {
    labels.set(label, "");
    return label;
  }

  #statedId(object: ObjectSchema, id: string, file: string, line: number): string {
    if (id.startsWith(object.keyPrefix)) this.#room.store.startIdsAfter(object, id);
    else this.fault(file, line, `Id "${id}" does not begin with ${object.keyPrefix}, as ids of ${object.name} do`);
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
    let columns: Column[] = [];
    let width = 0;
    for (const { line, cells } of seedRows(file)) {
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
  room.rollUps.fillAll(room.store);
  room.store.db.exec("COMMIT");
  return load.rows;
}

/** What the platform keeps on an opportunity by itself, whoever put the line items there. */
function markOpportunitiesWithLines({ store }: SeedRoom): void {
  store.db.exec(
    'UPDATE "Opportunity" SET "HasOpportunityLineItem" = 1 WHERE "Id" IN (SELECT "OpportunityId" FROM "OpportunityLineItem" WHERE "IsDeleted" = 0)',
  );
}
