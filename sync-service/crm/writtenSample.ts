/**
 * A bounded part of the rows that a run saved, to be read back: the same rows for the same run in whatever order they
 * were saved. Rows that set a tier come first, as a wrong demotion costs most; the others by a hash of run and key, so
 * that every night looks at others.
 * 200 rows an object are one query (their ids fit into one address), and miss a fault that meets 1.5 % of the rows in
 * one night of twenty.
 */
import { type CellValue, type RowWrite, type WriteRequest } from "./rowWrite.ts";

export const mostSampled = 200;

/** Longer texts are neither kept nor read back: the evidence of a review has its hash in a field of its own. */
const longestText = 1_000;

const tierField = "Partner_Tier__c";

export interface SampledRow {
  readonly keyField: WriteRequest["keyField"];
  readonly key: string;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Lowest first. */
  readonly place: number;
}

export class WrittenSample {
  readonly #salt: string;
  readonly #rows = new Map<string, Map<string, SampledRow>>();

  /** `salt` names the run. */
  constructor(salt: string) {
    this.#salt = salt;
  }

  get objects(): readonly string[] {
    return [...this.#rows.keys()];
  }

  rowsOf(object: string): readonly SampledRow[] {
    return inOrder(this.#rows.get(object)).slice(0, mostSampled);
  }

  /** Rows that are saved; what is saved twice is expected as it was saved last. */
  add({ object, keyField }: Pick<WriteRequest, "object" | "keyField">, rows: Iterable<RowWrite>): void {
    const sampled = this.#rows.get(object) ?? new Map<string, SampledRow>();
    for (const { key, values } of rows) {
      const before = sampled.get(key);
      const place = Math.min(before?.place ?? Infinity, placeOf(this.#salt, key, values));
      sampled.set(key, { keyField, key, values: { ...before?.values, ...shortOf(values) }, place });
      if (sampled.size >= 4 * mostSampled) forgetLast(sampled);
    }
    if (sampled.size > 0) this.#rows.set(object, sampled);
  }
}

function forgetLast(sampled: Map<string, SampledRow>): void {
  for (const { key } of inOrder(sampled).slice(mostSampled)) sampled.delete(key);
}

function inOrder(sampled: ReadonlyMap<string, SampledRow> | undefined): SampledRow[] {
  return [...(sampled?.values() ?? [])].sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
}

function shortOf(values: RowWrite["values"]): RowWrite["values"] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== "string" || value.length <= longestText),
  );
}

/** From 0 to 1 where the row sets a tier, from 1 to 2 elsewhere. */
function placeOf(salt: string, key: string, values: RowWrite["values"]): number {
  return (tierField in values ? 0 : 1) + hashOf(`${salt}:${key}`) / 2 ** 32;
}

/** FNV-1a, 32 bits: spreads keys that differ in their last characters alone. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
