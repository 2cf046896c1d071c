/** Counts records that are alike word for word, so that of millions which repeat only thousands are turned into text. */
import { createHash } from "node:crypto";
import { IdNumbers } from "../../sync-service/crm/idNumbers.ts";
import type { SpillShape } from "../../sync-service/run/recordSpill.ts";

interface Alike {
  readonly words: Int32Array;
  count: number;
}

export class RecordTally {
  readonly #shape: SpillShape;
  readonly #ids = new IdNumbers();
  /** By the number of the key's id. */
  readonly #alike: Alike[][] = [];
  records = 0;

  constructor(shape: SpillShape) {
    this.#shape = shape;
  }

  add(records: Int32Array, from: number): void {
    const key = from + this.#shape.keyAt;
    const id = this.#ids.numberOf(records[key]!, records[key + 1]!, records[key + 2]!);
    const known = (this.#alike[id] ??= []);
    this.records += 1;
    for (const alike of known)
      if (this.#isAlike(alike.words, records, from)) {
        alike.count += 1;
        return;
      }
    known.push({ words: records.slice(from, from + this.#shape.words), count: 1 });
  }

  checksum(textAt: (records: Int32Array, from: number) => string): string {
    const counts = new Map<string, number>();
    for (const { words, count } of this.#alike.flat()) {
      const text = textAt(words, 0);
      counts.set(text, (counts.get(text) ?? 0) + count);
    }
    return checksumOf(counts);
  }

  #isAlike(words: Int32Array, records: Int32Array, from: number): boolean {
    for (let word = 0; word < this.#shape.words; word += 1) if (words[word] !== records[from + word]) return false;
    return true;
  }
}

/** Of texts with how often each of them is there, in whatever order. */
export function checksumOf(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].map(([text, count]) => `${text} ${count}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
