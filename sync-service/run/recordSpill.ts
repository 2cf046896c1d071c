/**
 * Keeps packed records, parted by the hash of an id, so that all that belong together
 * can be taken up again part by part: few in memory, many in a file. Ten million
 * records then take as much memory as one part of them.
 */
import type { RecordPage } from "../crm/recordSpace.ts";
import { PartSort, type RecordShape } from "./partSort.ts";
import { type SharedFile, SpillFile } from "./spillFile.ts";
import { SpillPage } from "./spillPage.ts";

const bytesPerWord = Int32Array.BYTES_PER_ELEMENT;
/** A part of about so many records is quick to take up, and small. */
const recordsPerPart = 32_768;
const mostParts = 1024;
/** What is gathered before it is sorted into parts and written. */
const segmentBytes = 2 * 1024 * 1024;
/** Up to so much stays in memory. */
const mostHeldBytes = 4 * 1024 * 1024;

/** Records sorted by part: where each part begins, in records. */
export interface Segment {
  readonly starts: Uint32Array;
  /** null: in the file. */
  readonly held: Int32Array | null;
  /** Bytes, in the file. */
  readonly offset: number;
}

/** A spill as another thread needs to know it, to put records into the same file. */
export interface SharedSpill {
  readonly shape: RecordShape;
  readonly parts: number;
  readonly file: SharedFile;
}

/** How many parts so many records are to be split into: a power of two. */
export function partsFor(records: number): number {
  let parts = 1;
  while (parts < mostParts && parts * recordsPerPart < records) parts *= 2;
  return parts;
}

export class RecordSpill {
  readonly #shape: RecordShape;
  readonly #segments: Segment[] = [];
  readonly #pool: Int32Array[] = [];
  readonly #file: SpillFile;
  /** Bytes that may still stay in memory. */
  #room: number;
  #parts = 1;
  #records = 0;
  #sort: PartSort;

  constructor(shape: RecordShape, sharedFile: SharedFile | null = null) {
    this.#shape = shape;
    this.#file = new SpillFile(segmentBytes, sharedFile);
    this.#room = sharedFile === null ? mostHeldBytes : 0;
    this.#sort = new PartSort(shape, this.#parts);
  }

  /** The other thread's end of a spill. */
  static of({ shape, parts, file }: SharedSpill): RecordSpill {
    const spill = new RecordSpill(shape, file);
    spill.splitInto(parts);
    return spill;
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
    this.#sort = new PartSort(this.#shape, parts);
  }

  page(): RecordPage {
    return new SpillPage(this.#shape.words, {
      take: () => this.#pool.pop() ?? new Int32Array(this.#segmentWords()),
      giveBack: (words) => void this.#pool.push(words),
      store: (words, records) => this.#store(words, records),
      keep: (segments) => this.adopt(segments),
    });
  }

  /** All records of a part, one after the other; valid until the next part is asked for. */
  part(part: number, reuse: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
    const { words } = this.#shape;
    const sizes = this.#segments.map(({ starts }) => starts[part + 1]! - starts[part]!);
    const total = sizes.reduce((sum, size) => sum + size, 0) * words;
    const target = reuse.length >= total ? reuse : new Int32Array(Math.ceil(total * 1.2));
    let to = 0;
    for (const segment of this.#segments) to += this.#copy(segment, part, target, to);
    return target.subarray(0, total);
  }

  share(): SharedSpill {
    return { shape: this.#shape, parts: this.#parts, file: this.#file.share() };
  }

  /** Gives away what is kept here; the records stay in the shared file. */
  release(): Segment[] {
    this.#records = 0;
    return this.#segments.splice(0);
  }

  /** Takes over what the other thread has put into the file. */
  adopt(segments: readonly Segment[]): void {
    for (const segment of segments) {
      this.#segments.push(segment);
      this.#records += segment.starts[this.#parts]!;
    }
  }

  /** Lets the file go; the process's end does too. */
  close(): void {
    this.#file.close();
    this.#segments.length = 0;
    this.#pool.length = 0;
    this.#sort = new PartSort(this.#shape, this.#parts);
  }

  #segmentWords(): number {
    const { words } = this.#shape;
    return Math.floor(segmentBytes / bytesPerWord / words) * words;
  }

  #copy({ starts, held, offset }: Segment, part: number, target: Int32Array, to: number): number {
    const { words } = this.#shape;
    const [from, until] = [starts[part]! * words, starts[part + 1]! * words];
    if (held) target.set(held.subarray(from, until), to);
    else this.#file.readInto(target.subarray(to, to + until - from), offset + from * bytesPerWord);
    return until - from;
  }

  #store(words: Int32Array, records: number): Segment {
    const sorted = this.#sort.sort(words, records);
    const { starts } = sorted;
    const bytes = sorted.words.byteLength;
    if (bytes > this.#room) return { starts, held: null, offset: this.#file.write(sorted.words) };
    this.#room -= bytes;
    return { starts, held: sorted.words.slice(), offset: 0 };
  }
}
