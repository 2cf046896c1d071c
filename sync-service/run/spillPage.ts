/** The records of one result page on their way into a spill: they are sorted and stored as they come, and count once the page is kept. */
import type { RecordPage } from "../crm/recordSpace.ts";
import type { Segment } from "./recordSpill.ts";

/** What a page needs of the spill that keeps its records. */
export interface Backing {
  readonly take: () => Int32Array;
  readonly giveBack: (words: Int32Array) => void;
  readonly store: (words: Int32Array, records: number) => Segment;
  readonly keep: (segments: readonly Segment[]) => void;
}

export class SpillPage implements RecordPage {
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
