/**
 * One part of all deals in memory: every attribution and line of the opportunities whose
 * ids fall into it, joined by a hash table of plain numbers. Made once and filled anew
 * for every part.
 */
import { at, attributionWords } from "../crm/attributionRecord.ts";
import { lineAt, lineWords } from "../crm/lineRecord.ts";
import { hashOfId } from "../crm/packedId.ts";

const none = -1;

export class DealPart {
  words = new Int32Array(0);
  lineWords = new Int32Array(0);
  /** The first record of each opportunity. */
  deals = new Int32Array(0);
  dealCount = 0;
  /** The next record of the same opportunity, by record; negative: the last. */
  next = new Int32Array(0);
  /** The first line of an opportunity, by its first record; negative: it has none. */
  firstLine = new Int32Array(0);
  nextLine = new Int32Array(0);
  #slots = new Int32Array(1024);

  fill(words: Int32Array<ArrayBuffer>, lines: Int32Array<ArrayBuffer>): void {
    this.words = words;
    this.lineWords = lines;
    this.#makeRoom(words.length / attributionWords, lines.length / lineWords);
    this.#joinRecords();
    this.#joinLines();
  }

  #makeRoom(records: number, lines: number): void {
    let slots = this.#slots.length;
    while (slots < records * 2) slots *= 2;
    if (slots > this.#slots.length) this.#slots = new Int32Array(slots);
    else this.#slots.fill(0);
    if (this.deals.length < records) {
      const room = Math.ceil(records * 1.2);
      [this.deals, this.next, this.firstLine] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    }
    this.firstLine.fill(none, 0, records);
    if (this.nextLine.length < lines) this.nextLine = new Int32Array(Math.ceil(lines * 1.2));
  }

  #joinRecords(): void {
    const { words, next, deals } = this;
    const records = words.length / attributionWords;
    this.dealCount = 0;
    for (let record = 0; record < records; record += 1) {
      const slot = this.#slotOf(words, record * attributionWords + at.opportunity);
      const first = this.#slots[slot]! - 1;
      if (first >= 0) {
        next[record] = next[first]!;
        next[first] = record;
      } else {
        this.#slots[slot] = record + 1;
        next[record] = none;
        deals[this.dealCount++] = record;
      }
    }
  }

  /** A line of an opportunity that was read a moment too early to be known is left to the next run. */
  #joinLines(): void {
    const { lineWords: words, nextLine, firstLine } = this;
    const lines = words.length / lineWords;
    for (let line = 0; line < lines; line += 1) {
      const deal = this.#slots[this.#slotOf(words, line * lineWords + lineAt.opportunity)]! - 1;
      if (deal < 0) continue;
      nextLine[line] = firstLine[deal]!;
      firstLine[deal] = line;
    }
  }

  /** Where the opportunity of an id stands, or would. */
  #slotOf(ids: Int32Array, from: number): number {
    const [first, second, third] = [ids[from]!, ids[from + 1]!, ids[from + 2]!];
    const { words } = this;
    const mask = this.#slots.length - 1;
    // The low bits chose the part: within one they are all the same.
    let slot = (hashOfId(first, second, third) >>> 10) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!;
      if (known === 0) return slot;
      const other = (known - 1) * attributionWords + at.opportunity;
      if (words[other + 2] === third && words[other + 1] === second && words[other] === first) return slot;
    }
  }
}
