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
  // A character beyond one byte must not pass for the one that its low bits are.
  for (let index = 0; index < 15; index += 1) scratch.setUint8(index, Math.min(id.charCodeAt(index), 0xff));
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
