/** Packed deals that one thread leaves to another: copies of their records, one after the other. */
import { attributionWords } from "../crm/attributionRecord.ts";
import { lineWords } from "../crm/lineRecord.ts";
import type { DealPart } from "./dealPart.ts";

export class LeftDeals {
  readonly attributions = new WordList();
  readonly lines = new WordList();

  /** The deal of a part whose first record it is. */
  add({ words, lineWords: lines, next, firstLine, nextLine }: DealPart, first: number): void {
    for (let record = first; record >= 0; record = next[record]!)
      this.attributions.add(words, record * attributionWords, attributionWords);
    for (let line = firstLine[first]!; line >= 0; line = nextLine[line]!)
      this.lines.add(lines, line * lineWords, lineWords);
  }
}

class WordList {
  #words = new Int32Array(1024);
  #length = 0;

  add(words: Int32Array, from: number, count: number): void {
    if (this.#length + count > this.#words.length) {
      const larger = new Int32Array((this.#length + count) * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(words.subarray(from, from + count), this.#length);
    this.#length += count;
  }

  all(): Int32Array {
    return this.#words.subarray(0, this.#length);
  }
}
