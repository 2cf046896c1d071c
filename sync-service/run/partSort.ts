/** Sorts packed records into parts by the hash of an id. */
import { hashOfId } from "../crm/packedId.ts";

export interface RecordShape {
  /** Words of a record. */
  readonly words: number;
  /** Where in it the id stands whose hash decides the part. */
  readonly keyAt: number;
}

export interface SortedRecords {
  /** Valid until the next are sorted. */
  readonly words: Int32Array<ArrayBuffer>;
  /** Where each part begins, in records, and where the last ends. */
  readonly starts: Uint32Array;
}

export class PartSort {
  readonly #shape: RecordShape;
  readonly #parts: number;
  #sorted = new Int32Array(0);
  #partOf = new Uint16Array(0);

  /** `parts` is a power of two. */
  constructor(shape: RecordShape, parts: number) {
    this.#shape = shape;
    this.#parts = parts;
  }

  /** Counting sort, into a buffer of its own. */
  sort(words: Int32Array, records: number): SortedRecords {
    const size = this.#shape.words;
    if (this.#sorted.length < records * size) this.#sorted = new Int32Array(Math.max(records * size, words.length));
    const parts = this.#partsOf(words, records);
    const starts = new Uint32Array(this.#parts + 1);
    for (let record = 0; record < records; record += 1) starts[parts[record]! + 1]! += 1;
    for (let part = 0; part < this.#parts; part += 1) starts[part + 1]! += starts[part]!;
    const next = starts.slice();
    const sorted = this.#sorted;
    for (let record = 0, from = 0; record < records; record += 1) {
      const part = parts[record]!;
      let to = next[part]! * size;
      next[part] = next[part]! + 1;
      for (const end = from + size; from < end; from += 1, to += 1) sorted[to] = words[from]!;
    }
    return { words: sorted.subarray(0, records * size), starts };
  }

  /** The part of each record. */
  #partsOf(words: Int32Array, records: number): Uint16Array {
    const { words: size, keyAt } = this.#shape;
    if (this.#partOf.length < records) this.#partOf = new Uint16Array(records);
    const mask = this.#parts - 1;
    for (let record = 0, at = keyAt; record < records; record += 1, at += size)
      this.#partOf[record] = hashOfId(words[at]!, words[at + 1]!, words[at + 2]!) & mask;
    return this.#partOf;
  }
}
