/**
 * Keeps packed records, parted by the hash of an id, so that all that belong together
 * can be taken up again part by part: few in memory, many in a file of their own that
 * has no name any more, so that nothing is left behind whatever happens. Ten million
 * records then take as much memory as one part of them.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../crm/errors.ts";
import { hashOfId } from "../crm/packedId.ts";
import type { RecordPage, RecordSpace } from "../crm/recordSpace.ts";

const bytesPerWord = 4;
/** A part of about so many records is quick to take up, and small. */
const recordsPerPart = 32_768;
const mostParts = 1024;
/** What is gathered before it is sorted into parts and written. */
const segmentBytes = 2 * 1024 * 1024;
/** Up to so much stays in memory. */
const mostHeldBytes = 4 * 1024 * 1024;

export interface SpillShape {
  /** Words of a record. */
  readonly words: number;
  /** Where in it the id stands whose hash decides the part. */
  readonly keyAt: number;
}

/** Records sorted by part: where each part begins, in records. */
interface Segment {
  readonly starts: Uint32Array;
  /** null: in the file. */
  readonly held: Int32Array | null;
  /** Bytes, in the file. */
  readonly offset: number;
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
  #file: number | null = null;
  #fileBytes = 0;
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
    const { words } = this.#shape;
    const sizes = this.#segments.map(({ starts }) => starts[part + 1]! - starts[part]!);
    const total = sizes.reduce((sum, size) => sum + size, 0) * words;
    const target = reuse.length >= total ? reuse : new Int32Array(Math.ceil(total * 1.2));
    let to = 0;
    for (const segment of this.#segments) to += this.#copy(segment, part, target, to);
    return target.subarray(0, total);
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
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    this.#segments.length = 0;
  }

  #segmentWords(): number {
    const { words } = this.#shape;
    return Math.floor(segmentBytes / bytesPerWord / words) * words;
  }

  #copy({ starts, held, offset }: Segment, part: number, target: Int32Array, to: number): number {
    const { words } = this.#shape;
    const [from, until] = [starts[part]! * words, starts[part + 1]! * words];
    if (held) target.set(held.subarray(from, until), to);
    else this.#readInto(target.subarray(to, to + until - from), offset + from * bytesPerWord);
    return until - from;
  }

  #readInto(target: Int32Array, position: number): void {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    for (let done = 0; done < bytes.length;) {
      const read = readSync(this.#file!, bytes, done, bytes.length - done, position + done);
      if (read === 0) throw new Error("The file of spilled records is cut short");
      done += read;
    }
  }

  #store(words: Int32Array, records: number): Segment {
    const size = this.#shape.words;
    const starts = this.#sort(words, records);
    const sorted = this.#sorted.subarray(0, records * size);
    if (this.#heldBytes + sorted.byteLength <= mostHeldBytes) {
      this.#heldBytes += sorted.byteLength;
      return { starts, held: sorted.slice(), offset: 0 };
    }
    return { starts, held: null, offset: this.#write(sorted) };
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

  /** @throws ConfigurationError where the disk takes no more: fetching the rows again would not help. */
  #write(words: Int32Array): number {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    const offset = this.#fileBytes;
    try {
      this.#file ??= nameless();
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#file, bytes, done, bytes.length - done, offset + done);
    } catch (error) {
      throw new ConfigurationError(
        `The directory for temporary files can't hold what a run reads (${String(error)}): free some space there, or name another one in TMPDIR`,
        { cause: error },
      );
    }
    this.#fileBytes += bytes.length;
    return offset;
  }

  #keep(segments: readonly Segment[]): void {
    for (const segment of segments) {
      this.#segments.push(segment);
      this.#records += segment.starts[this.#parts]!;
    }
  }
}

/** As crm's readers want it: split by the number of records that they are told. */
export function spaceOf(spill: RecordSpill, begin: (records: number) => void | Promise<void>): RecordSpace {
  return { begin, page: () => spill.page() };
}

/** An open file without a name: the system frees it when the process ends, however it ends. */
function nameless(): number {
  const directory = mkdtempSync(join(tmpdir(), "partner-sync-"));
  const file = openSync(join(directory, "records"), "w+", 0o600);
  // Windows refuses to remove an open file: it then stays until the temporary files are cleared.
  rmSync(directory, { recursive: true, force: true, maxRetries: 0 });
  return file;
}

interface Backing {
  readonly take: () => Int32Array;
  readonly giveBack: (words: Int32Array) => void;
  readonly store: (words: Int32Array, records: number) => Segment;
  readonly keep: (segments: readonly Segment[]) => void;
}

class SpillPage implements RecordPage {
  readonly #size: number;
  readonly #backing: Backing;
  #segments: Segment[] = [];
  #words: Int32Array | null = null;
  #at = 0;

  constructor(size: number, backing: Backing) {
    this.#size = size;
    this.#backing = backing;
  }

  get words(): Int32Array {
    return (this.#words ??= this.#backing.take());
  }

  get slot(): number {
    return this.#at;
  }

  add(): void {
    this.#at += this.#size;
    if (this.#at + this.#size > this.words.length) this.#flush();
  }

  keep(): void {
    this.#flush();
    this.#backing.keep(this.#segments);
    this.#release();
  }

  drop(): void {
    this.#segments = [];
    this.#at = 0;
    this.#release();
  }

  #flush(): void {
    if (this.#at > 0) this.#segments.push(this.#backing.store(this.words, this.#at / this.#size));
    this.#at = 0;
  }

  #release(): void {
    if (this.#words) this.#backing.giveBack(this.#words);
    this.#words = null;
  }
}
