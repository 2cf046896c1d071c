import type { Finding } from "../metadata/metadataError.ts";
import type { Field, FieldValue, ObjectSchema, RecordValues, Schema } from "../metadata/schema.ts";
import { quoted } from "./database.ts";
import { parseValue } from "./parseValue.ts";
import type { RecordStore } from "./recordStore.ts";
import { makeRollUp, type RollUp } from "./rollUpSql.ts";
import { fromStored, toStored } from "./storedValue.ts";

/** A master whose roll-up summaries have new values. */
export interface MasterChange {
  readonly master: ObjectSchema;
  readonly id: string;
  readonly values: RecordValues;
}

/** What a roll-up summary says of no details: nothing was counted or added up, nothing is least or greatest. */
export function emptyRollUp({ summary, scale }: Field): FieldValue {
  const isNumber = summary?.operation === "count" || summary?.operation === "sum";
  return isNumber ? `0${scale > 0 ? `.${"0".repeat(scale)}` : ""}` : null;
}

/** The roll-up summaries of a package: stored on the masters, computed anew whenever a detail changes. */
export class RollUps {
  readonly #byChild = new Map<string, RollUp[]>();

  /** Reads their filters' values; what is wrong with one is added to the findings. */
  constructor(schema: Schema, findings: Finding[]) {
    for (const master of schema.objects.values())
      for (const field of master.fields.values()) if (field.summary) this.#add(schema, master, field, findings);
  }

  #add(schema: Schema, master: ObjectSchema, field: Field, findings: Finding[]): void {
    try {
      const rollUp = makeRollUp(schema, master, field);
      this.#byChild.set(rollUp.child.name, [...(this.#byChild.get(rollUp.child.name) ?? []), rollUp]);
    } catch (error) {
      const reason = `filter of roll-up summary ${master.name}.${field.name}: ${(error as Error).message}`;
      findings.push({ file: field.source.file, reason });
    }
  }

  /** Masters whose values differ now that a detail was created, changed, moved (prior = as it was) or deleted (null now). */
  changedMasters(
    store: RecordStore,
    child: ObjectSchema,
    record: RecordValues | null,
    prior: RecordValues | null,
  ): MasterChange[] {
    const changes = new Map<string, MasterChange>();
    for (const rollUp of this.#byChild.get(child.name) ?? [])
      for (const id of touchedMasters(rollUp, record, prior)) {
        const stored = store.find(rollUp.master.name, id);
        const value = stored && compute(store, rollUp, id);
        if (!stored || stored[rollUp.field.name] === value) continue;
        const known = changes.get(id) ?? { master: rollUp.master, id, values: {} };
        known.values[rollUp.field.name] = value;
        changes.set(id, known);
      }
    return [...changes.values()];
  }

  /** Computes all of them: after rows came in that nothing was run for. */
  fillAll(store: RecordStore): void {
    const all = [...this.#byChild.values()].flat();
    const done = new Set<string>();
    // Details first: a roll-up summary may add up those of its details.
    const fillObject = (name: string): void => {
      if (done.has(name)) return;
      done.add(name);
      for (const rollUp of all.filter(({ master }) => master.name === name)) {
        fillObject(rollUp.child.name);
        fill(store, rollUp);
      }
    };
    for (const { master } of all) fillObject(master.name);
  }
}

function fill({ db }: RecordStore, { master, field, child, link, aggregate, where }: RollUp): void {
  const [table, column] = [quoted(master.name), quoted(field.name)];
  const empty = toStored(field, emptyRollUp(field));
  db.prepare(`UPDATE ${table} SET ${column} = ?`).run(empty);
  const grouped = `SELECT ${quoted(link.name)} AS id, ${aggregate} AS value FROM ${quoted(child.name)} WHERE ${where.sql} GROUP BY 1`;
  db.prepare(
    `UPDATE ${table} SET ${column} = ifnull(detail.value, ?) FROM (${grouped}) AS detail WHERE detail.id = ${table}."Id"`,
  ).run(empty, ...where.values);
}

function touchedMasters({ link, watched }: RollUp, record: RecordValues | null, prior: RecordValues | null): string[] {
  const [now, before] = [record?.[link.name], prior?.[link.name]];
  const isTouched = now !== before || [...watched].some((name) => record?.[name] !== prior?.[name]);
  return isTouched ? [...new Set([before, now])].filter((id) => typeof id === "string") : [];
}

/** Throws NUMBER_OUTSIDE_VALID_RANGE where a sum has more than 18 digits. */
function compute(store: RecordStore, { field, child, link, aggregate, where }: RollUp, id: string): FieldValue {
  const row = store.db
    .prepare(`SELECT ${aggregate} AS value FROM ${quoted(child.name)} WHERE ${quoted(link.name)} = ? AND ${where.sql}`)
    .get(id, ...where.values);
  const value = fromStored(field, row?.["value"] ?? null);
  return value === null ? emptyRollUp(field) : parseValue(field, value);
}
