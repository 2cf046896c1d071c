import { storedFields } from "../records/database.ts";
import { checkRequired } from "../records/fieldChecks.ts";
import type { Field, FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { parseValue } from "../records/parseValue.ts";
import { applyPlatformRules, type Stage } from "../records/platformRules.ts";
import { isFullId } from "../records/recordId.ts";
import type { RecordStore } from "../records/recordStore.ts";

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

/** A column of a seed file. */
export interface Column {
  readonly field: Field;
  readonly index: number;
}

/** What all rows of an object have in common. */
interface RowShape {
  /** Booleans that are true unless a row says otherwise; every other field without a cell is empty. */
  readonly defaults: RecordValues;
  readonly numbered: readonly Field[];
  readonly unique: readonly Field[];
}

function shapeOf(object: ObjectSchema): RowShape {
  const fields = storedFields(object);
  const isTrue = (field: Field): boolean => field.type === "boolean" && field.defaultValue === "true";
  return {
    defaults: Object.fromEntries(fields.filter(isTrue).map((field) => [field.name, true])),
    numbered: fields.filter((field) => field.autoNumberFormat !== null),
    unique: fields.filter((field) => field.isUnique),
  };
}

/** Makes records of seed rows: as they are, with what the org itself would have derived. */
export class SeedRecords {
  readonly #room: SeedRoom;
  readonly #unique = new Map<string, Set<string>>();
  readonly #shapes = new Map<ObjectSchema, RowShape>();

  constructor(room: SeedRoom) {
    this.#room = room;
  }

  /** Real ids by label. */
  labelsOf(object: string): Map<string, string> {
    let labels = this.#room.labels.get(object);
    if (!labels) this.#room.labels.set(object, (labels = new Map<string, string>()));
    return labels;
  }

  /** The record of a row. Throws an Error that says what is wrong with it. */
  read(object: ObjectSchema, columns: readonly Column[], cells: readonly string[]): RecordValues {
    const record = this.#values(object, columns, cells);
    this.#complete(object, record);
    checkRequired(object, record);
    this.#checkUnique(object, record);
    return record;
  }

  #shapeOf(object: ObjectSchema): RowShape {
    let shape = this.#shapes.get(object);
    if (!shape) this.#shapes.set(object, (shape = shapeOf(object)));
    return shape;
  }

  #resolve(field: Field, text: string): FieldValue {
    if (field.reference === null) return parseValue(field, text);
    for (const target of field.reference.to) {
      const id = this.#room.labels.get(target)?.get(text);
      if (id !== undefined) return id;
    }
    const target = this.#room.store.object(field.reference.to[0]!);
    if (isFullId(text) && this.#room.store.table(target).get(text)) return text;
    throw new Error(`${field.name}: there is no ${field.reference.to.join(" or ")} "${text}"`);
  }

  #values(object: ObjectSchema, columns: readonly Column[], cells: readonly string[]): RecordValues {
    const record: RecordValues = { ...this.#shapeOf(object).defaults };
    for (const { field, index } of columns) {
      const text = cells[index] ?? "";
      if (field.type === "id") record["Id"] = text === "" ? null : (this.labelsOf(object.name).get(text) ?? null);
      else if (text !== "") record[field.name] = this.#resolve(field, text);
    }
    return record;
  }

  #complete(object: ObjectSchema, record: RecordValues): void {
    const { store, ownerId, now, stages } = this.#room;
    const lastStageChange = record["LastStageChangeDate"];
    record["Id"] ??= store.nextId(object);
    // A row states a probability or has none: nothing else of what was given makes a difference here.
    const given = new Set((record["Probability"] ?? null) === null ? [] : ["Probability"]);
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
    for (const field of this.#shapeOf(object).numbered) record[field.name] ??= store.nextNumber(object, field);
  }

  #checkUnique(object: ObjectSchema, record: RecordValues): void {
    for (const field of this.#shapeOf(object).unique) {
      const value = record[field.name];
      if (typeof value !== "string") continue;
      const key = `${object.name}.${field.name}`;
      const seen = this.#unique.get(key) ?? new Set<string>();
      const folded = field.isCaseSensitive ? value : value.toLowerCase();
      if (seen.has(folded)) throw new Error(`${field.name} "${value}" stands twice, but is unique`);
      this.#unique.set(key, seen.add(folded));
    }
  }
}
