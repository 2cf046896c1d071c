/**
 * Keeps packed records, parted by the hash of an id, so that all that belong together
 * can be taken up again part by part: few in memory, many in a file of their own that
 * has no name any more, so that nothing is left behind whatever happens. Ten million
 * records then take as much memory as one part of them.
 */
import { closeSync } from "node:fs";
import { hashOfId } from "../crm/packedId.ts";
import type { RecordPage, RecordSpace } from "../crm/recordSpace.ts";
import { readWords, SpillFile } from "./spillFile.ts";
import { SpillPage } from "./spillPage.ts";

const bytesPerWord = 4;
/** A part of about so many records is quick to take up, and small. */
const recordsPerPart = 32_768;
const mostParts = 1024;
/** What is gathered before it is sorted into parts and written. */
const segmentBytes = 2 * 1024 * 1024;
/** Up to so much stays in memory, of few parts: of many, records go to the file at once, and no thread holds copies. */
const mostHeldBytes = 4 * 1024 * 1024;
const mostHeldParts = 8;

export interface SpillShape {
  /** Words of a record. */
  readonly words: number;
  /** Where in it the id stands whose hash decides the part. */
  readonly keyAt: number;
}

/** Records sorted by part: where each part begins, in records. */
export interface Segment {
  readonly starts: Uint32Array;
  /** null: in a file. */
  readonly held: Int32Array | null;
  /** Of the file; null: there is none. */
  readonly descriptor: number | null;
  /** Bytes, in the file. */
  readonly offset: number;
}

/** All that a spill keeps, for another thread. */
export interface SpilledRecords {
  readonly parts: number;
  readonly segments: readonly Segment[];
}

/** How many parts so many records are to be split into: a power of two. */
export function partsFor(records: number): number {
  let parts = 1;
  while (parts < mostParts && parts * recordsPerPart < records) parts *= 2;
  return parts;
}

export class RecordSpill {
  readonly #shape: SpillShape;
  readonly #segments: Segment[] = [];
  readonly #pool: Int32Array[] = [];
  #parts = 1;
  #records = 0;
  #heldBytes = 0;
  #file: SpillFile | null = null;
  #sorted = new Int32Array(0);
  #partOf = new Uint16Array(0);

  constructor(shape: SpillShape) {
    this.#shape = shape;
  }

  get parts(): number {
    return this.#parts;
  }

  get records(): number {
    return this.#records;
  }

  /** Before the first record. */
  splitInto(parts: number): void {
    this.#parts = parts;
  }

  page(): RecordPage {
    return new SpillPage(this.#shape.words, {
      take: () => this.#pool.pop() ?? new Int32Array(this.#segmentWords()),
      giveBack: (words) => void this.#pool.push(words),
      store: (words, records) => this.#store(words, records),
      keep: (segments) => this.#keep(segments),
    });
  }

  /** All records of a part, one after the other; valid until the next part is asked for. */
  part(part: number, reuse: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
    const total = this.wordsOf(part);
    const target = reuse.length >= total ? reuse : new Int32Array(Math.ceil(total * 1.2));
    this.copy(part, target, 0);
    return target.subarray(0, total);
  }

  /** How many words a part has. */
  wordsOf(part: number): number {
    return this.#segments.reduce((sum, { starts }) => sum + starts[part + 1]! - starts[part]!, 0) * this.#shape.words;
  }

  /** Puts a part's records into a place that has room for them. */
  copy(part: number, target: Int32Array, from: number): void {
    let to = from;
    for (const segment of this.#segments) to += this.#copy(segment, part, target, to);
  }

  /** What another thread needs to take the records up; both may then do so. */
  shared(): SpilledRecords {
    return { parts: this.#parts, segments: this.#segments };
  }

  /** Takes over what another thread has spilled, in as many parts. */
  adopt({ parts, segments }: SpilledRecords): void {
    this.#parts = parts;
    this.#keep(segments);
  }

  /** No more will come: lets go of what gathers and sorts. */
  settle(): void {
    this.#pool.length = 0;
    this.#sorted = new Int32Array(0);
    this.#partOf = new Uint16Array(0);
  }

  /** Lets the file go; the process's end does too. */
  close(): void {
    this.settle();
    closeFiles([this.#file?.descriptor, ...descriptorsOf(this.shared())]);
    this.#file = null;
    this.#segments.length = 0;
  }

  #segmentWords(): number {
    const { words } = this.#shape;
    return Math.floor(segmentBytes / bytesPerWord / words) * words;
  }

  #copy({ starts, held, descriptor, offset }: Segment, part: number, target: Int32Array, to: number): number {
    const { words } = this.#shape;
    const [from, until] = [starts[part]! * words, starts[part + 1]! * words];
    if (held) target.set(held.subarray(from, until), to);
    else readWords(descriptor!, target.subarray(to, to + until - from), offset + from * bytesPerWord);
    return until - from;
  }

  #store(words: Int32Array, records: number): Segment {
    const size = this.#shape.words;
    const starts = this.#sort(words, records);
    const sorted = this.#sorted.subarray(0, records * size);
    if (this.#parts <= mostHeldParts && this.#heldBytes + sorted.byteLength <= mostHeldBytes) {
      this.#heldBytes += sorted.byteLength;
      return { starts, held: sorted.slice(), descriptor: null, offset: 0 };
    }
    this.#file ??= new SpillFile();
    return { starts, held: null, descriptor: this.#file.descriptor, offset: this.#file.append(sorted) };
  }

  /** Counting sort by part into a buffer of its own; returns where the parts begin. */
  #sort(words: Int32Array, records: number): Uint32Array {
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
    return starts;
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

  #keep(segments: readonly Segment[]): void {
    for (const segment of segments) {
      this.#segments.push(segment);
      this.#records += segment.starts[this.#parts]!;
    }
  }
}

/** How many there are. */
export function recordsIn({ parts, segments }: SpilledRecords): number {
  return segments.reduce((sum, { starts }) => sum + starts[parts]!, 0);
}

/** Lets the files go that hold them. */
export function closeSpilled(spilled: SpilledRecords): void {
  closeFiles(descriptorsOf(spilled));
}

function descriptorsOf({ segments }: SpilledRecords): (number | null)[] {
  return segments.map(({ descriptor }) => descriptor);
}

function closeFiles(descriptors: Iterable<number | null | undefined>): void {
  for (const descriptor of new Set(descriptors)) if (typeof descriptor === "number") closeSync(descriptor);
}

/** As crm's readers want it: split by the number of records that they are told. */
export function spaceOf(spill: RecordSpill, begin: (records: number) => void | Promise<void>): RecordSpace {
  return { begin, page: () => spill.page() };
}
