/** Distinct ids numbered from 0 in the order met: of ten million rows every one asks, so that a look costs one line of memory. */
import { hashOfId, idAt, idWords } from "./packedId.ts";

/** The id's three words and the number, from 1: those that belong to one look stand together. */
const slotWords = 4;
const slotShift = 2;
/** Bits for every slot: few enough to stay at hand, enough to tell most ids that were never met. */
const marksPerSlot = 8;

export class IdNumbers {
  #slots = new Int32Array(1024 * slotWords);
  #marks = new Uint32Array((1024 * marksPerSlot) / 32);
  /** Where each number's id stands. */
  #places: number[] = [];

  get size(): number {
    return this.#places.length;
  }

  /** The number of an id, a new one where it was never met. */
  numberOf(first: number, second: number, third: number): number {
    const at = this.#slotOf(hashOfId(first, second, third), first, second, third);
    const known = this.#slots[at + 3]!;
    return known === 0 ? this.#add(at, first, second, third) : known - 1;
  }

  /** -1: never met. */
  find(first: number, second: number, third: number): number {
    const hash = hashOfId(first, second, third);
    const mark = hash & (this.#marks.length * 32 - 1);
    if ((this.#marks[mark >>> 5]! & (1 << (mark & 31))) === 0) return -1;
    return this.#slots[this.#slotOf(hash, first, second, third) + 3]! - 1;
  }

  /** The words of all ids by number, three each: for a table on another thread. */
  words(): Int32Array {
    const words = new Int32Array(this.size * idWords);
    for (const [number, place] of this.#places.entries())
      words.set(this.#slots.subarray(place, place + idWords), number * idWords);
    return words;
  }

  /** Numbers ids by their words; returns the number of each. */
  addAll(words: Int32Array): Int32Array {
    return Int32Array.from({ length: words.length / idWords }, (_, index) => {
      const at = index * idWords;
      return this.numberOf(words[at]!, words[at + 1]!, words[at + 2]!);
    });
  }

  idOf(number: number): string {
    return idAt(this.#slots, this.#places[number]!);
  }

  /** Where an id stands, or would. */
  #slotOf(hash: number, first: number, second: number, third: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = (hash << slotShift) & mask; ; at = (at + slotWords) & mask)
      if (slots[at + 3] === 0 || (slots[at + 2] === third && slots[at + 1] === second && slots[at] === first))
        return at;
  }

  #add(at: number, first: number, second: number, third: number): number {
    const number = this.#places.length;
    this.#put(at, first, second, third, number);
    if (this.#places.length * 2 * slotWords > this.#slots.length) this.#rehash();
    return number;
  }

  #put(at: number, first: number, second: number, third: number, number: number): void {
    const slots = this.#slots;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = third;
    slots[at + 3] = number + 1;
    this.#places[number] = at;
    const mark = hashOfId(first, second, third) & (this.#marks.length * 32 - 1);
    this.#marks[mark >>> 5]! |= 1 << (mark & 31);
  }

  #rehash(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#marks = new Uint32Array(this.#marks.length * 2);
    for (let from = 0; from < old.length; from += slotWords) {
      const [first, second, third] = [old[from]!, old[from + 1]!, old[from + 2]!];
      if (old[from + 3] === 0) continue;
      this.#put(
        this.#slotOf(hashOfId(first, second, third), first, second, third),
        first,
        second,
        third,
        old[from + 3]! - 1,
      );
    }
  }
}
