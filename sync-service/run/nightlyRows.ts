/** Rows of the deals that every night reads, filtered or not: those that may lie in a window, and open ones. */
import { at, attributionWords, bit, dayNumber } from "../crm/attributionRecord.ts";
import type { Day } from "../program/facts.ts";
import type { DealPart } from "./dealPart.ts";

export class NightlyRows {
  readonly from: Day;
  readonly #from: number;
  #attributions = 0;
  #lines = 0;
  #opportunities = 0;

  /** `from`: the day from which on closed deals are read every night. */
  constructor(from: Day) {
    this.from = from;
    this.#from = dayNumber(from);
  }

  add({ words, deals, dealCount, next, firstLine, nextLine }: DealPart): void {
    for (let deal = 0; deal < dealCount; deal += 1) {
      const first = deals[deal]!;
      const record = first * attributionWords;
      if (words[record + at.closeDay]! < this.#from && (words[record + at.flags]! & bit.isClosed) !== 0) continue;
      this.#opportunities += 1;
      for (let row = first; row >= 0; row = next[row]!) this.#attributions += 1;
      for (let line = firstLine[first]!; line >= 0; line = nextLine[line]!) this.#lines += 1;
    }
  }

  /** Those that another thread has counted. */
  addCounts({ attributions = 0, lines = 0, opportunities = 0 }: Readonly<Record<string, number>>): void {
    this.#attributions += attributions;
    this.#lines += lines;
    this.#opportunities += opportunities;
  }

  counts(): Readonly<Record<string, number>> {
    return { attributions: this.#attributions, lines: this.#lines, opportunities: this.#opportunities };
  }
}
