/**
 * Record ids as three small numbers: of ten million rows no text is kept. An id is
 * fifteen base-62 characters; the last three of eighteen only repeat which are capitals.
 * https://help.salesforce.com/s/articleView?id=000385585&type=1
 */

const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const suffixes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Words that an id takes: five characters each, below 2^30. */
export const idWords = 3;

/** The value of two characters by their two bytes, the first the low one; negative where one of them belongs to no id. */
const twoDigits = new Int16Array(1 << 16).fill(-1);
for (let first = 0; first < 62; first += 1)
  for (let second = 0; second < 62; second += 1)
    twoDigits[characters.charCodeAt(first) | (characters.charCodeAt(second) << 8)] = first * 62 + second;

const zero = characters.charCodeAt(0);
const notAnId = -1;

/** Five characters from a place as one number; negative where one of them belongs to no id. */
export function fiveDigits(view: DataView, at: number): number {
  const high = twoDigits[view.getUint16(at, true)]!;
  const middle = twoDigits[view.getUint16(at + 2, true)]!;
  const low = twoDigits[zero | (view.getUint8(at + 4) << 8)]!;
  return (high | middle | low) < 0 ? notAnId : (high * 3844 + middle) * 62 + low;
}

const scratch = new DataView(new ArrayBuffer(15));

/** Puts an id's three words into a record. @throws where the text is no id. */
export function packId(id: string, target: Int32Array, at: number): void {
  if (id.length !== 18 && id.length !== 15) throw new Error("no record id");
  for (let index = 0; index < 15; index += 1) scratch.setUint8(index, id.charCodeAt(index) & 0x7f);
  for (let word = 0; word < idWords; word += 1) {
    const digits = fiveDigits(scratch, word * 5);
    if (digits === notAnId) throw new Error("no record id");
    target[at + word] = digits;
  }
}

/** The eighteen characters of a packed id. */
export function idAt(words: Int32Array, at: number): string {
  let text = "";
  let suffix = "";
  for (let word = 0; word < idWords; word += 1) {
    const five = charactersOf(words[at + word] ?? 0);
    text += five;
    suffix += suffixes.charAt(capitalsOf(five));
  }
  return text + suffix;
}

function charactersOf(digits: number): string {
  let text = "";
  for (let rest = digits, index = 0; index < 5; index += 1) {
    text = characters.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function capitalsOf(five: string): number {
  let capitals = 0;
  for (let index = 0; index < 5; index += 1) {
    const character = five.charCodeAt(index);
    if (character >= 65 && character <= 90) capitals |= 1 << index;
  }
  return capitals;
}

/** Spreads ids that differ in their last characters only over all 32 bits. */
export function hashOfId(first: number, second: number, third: number): number {
  let hash = Math.imul(third, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(first, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Distinct ids numbered from 0 in the order met. */
export class IdNumbers {
  #words = new Int32Array(idWords * 256);
  #slots = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of an id, a new one where it was never met. */
  numberOf(first: number, second: number, third: number): number {
    const slot = this.#slotOf(first, second, third);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    return this.#add(slot, first, second, third);
  }

  /** -1: never met. */
  find(first: number, second: number, third: number): number {
    return this.#slots[this.#slotOf(first, second, third)]! - 1;
  }

  idOf(number: number): string {
    return idAt(this.#words, number * idWords);
  }

  #slotOf(first: number, second: number, third: number): number {
    const mask = this.#slots.length - 1;
    const words = this.#words;
    for (let slot = hashOfId(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!;
      if (known === 0) return slot;
      const at = (known - 1) * idWords;
      if (words[at + 2] === third && words[at + 1] === second && words[at] === first) return slot;
    }
  }

  #add(slot: number, first: number, second: number, third: number): number {
    const number = this.#size;
    this.#size += 1;
    if (this.#size * idWords > this.#words.length) this.#words = grown(this.#words);
    this.#words.set([first, second, third], number * idWords);
    this.#slots[slot] = number + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const words = this.#words;
    for (let number = 0; number < this.#size; number += 1) {
      const at = number * idWords;
      this.#slots[this.#slotOf(words[at]!, words[at + 1]!, words[at + 2]!)] = number + 1;
    }
  }
}

function grown(words: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}
