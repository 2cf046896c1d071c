/**
 * Reads the cells of a row straight from bytes, in the one form in which Bulk API 2.0
 * writes them: quoted, UTC instants to the millisecond, plain digits. Every method says
 * whether the cell had that form; where it had not, the row is read the general way.
 */
import { fiveDigits, idWords } from "./packedId.ts";

const quote = 34;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const lineFeed = 10;
const carriageReturn = 13;
const dash = 45;
const firstYear = 1970;
/** An unsigned number of seconds ends in 2106. */
const lastYear = 2105;
const bad = -1e9;
/** Digits that a binary number holds without fault. */
const mostDigits = 15;

/** Days from 1970 to the first of each month. */
const monthStarts = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  Math.round(Date.UTC(firstYear, month, 1) / 86_400_000),
);

export class ByteCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  // What the cell just read came to.
  day = 0;
  seconds = 0;
  millis = 0;
  high = 0;
  low = 0;
  scale = 0;
  isNegative = false;
  isBlank = false;
  isTrue = false;
  choice = 0;

  /** Eighteen characters, as three words of a record. */
  id(target: Int32Array, word: number): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== quote || bytes[at + 19] !== quote) return false;
    if (bytes[at + 16] === quote || bytes[at + 17] === quote || bytes[at + 18] === quote) return false;
    for (let index = 0; index < idWords; index += 1) {
      const digits = fiveDigits(bytes, at + 1 + index * 5);
      if (digits < 0) return false;
      target[word + index] = digits;
    }
    this.at = at + 20;
    return true;
  }

  /** `"2023-06-01T18:00:00.000Z"` or blank. */
  instant(): boolean {
    if (this.#blank()) return true;
    const { bytes, at } = this;
    if (bytes[at] !== quote || bytes[at + 25] !== quote || bytes[at + 24] !== 90) return false;
    if (bytes[at + 11] !== 84 || bytes[at + 14] !== 58 || bytes[at + 17] !== 58 || bytes[at + 20] !== point)
      return false;
    const days = this.#days(at + 1);
    const hours = two(bytes, at + 12);
    const minutes = two(bytes, at + 15);
    const seconds = two(bytes, at + 18);
    const millis = two(bytes, at + 21) * 10 + one(bytes, at + 23);
    if (days < 0 || hours < 0 || minutes < 0 || seconds < 0 || millis < 0) return false;
    if (hours > 23 || minutes > 59 || seconds > 59) return false;
    this.seconds = days * 86_400 + hours * 3600 + minutes * 60 + seconds;
    this.millis = millis;
    this.at = at + 26;
    return true;
  }

  /** `"2023-06-01"`, as 20230601. */
  date(): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== quote || bytes[at + 11] !== quote || this.#days(at + 1) < 0) return false;
    this.at = at + 12;
    return true;
  }

  flag(): boolean {
    if (this.#is(trueCell)) this.isTrue = true;
    else if (this.#is(falseCell)) this.isTrue = false;
    else return false;
    return true;
  }

  /** Up to fifteen digits, with or without a point, or blank. */
  amount(): boolean {
    if (this.#blank()) return true;
    const { bytes } = this;
    let { at } = this;
    if (bytes[at] !== quote) return false;
    at += 1;
    this.isNegative = bytes[at] === minus;
    if (this.isNegative) at += 1;
    const first = at;
    let value = 0;
    let pointAt = 0;
    for (; ; at += 1) {
      const digit = bytes[at]! - zero;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if (bytes[at] === point && pointAt === 0 && at > first) pointAt = at;
      else break;
    }
    if (bytes[at] !== quote || bytes[at - 1] === point || at === first || at - first > mostDigits) return false;
    this.high = Math.floor(value / 1e9);
    this.low = value - this.high * 1e9;
    this.scale = pointAt === 0 ? 0 : at - pointAt - 1;
    this.at = at + 1;
    return true;
  }

  /** One of a few texts: `choice` is its place, -1 a blank cell. */
  oneOf(cells: readonly Uint8Array[]): boolean {
    if (this.#blank()) {
      this.choice = -1;
      return true;
    }
    for (let index = 0; index < cells.length; index += 1)
      if (this.#is(cells[index]!)) {
        this.choice = index;
        return true;
      }
    return false;
  }

  /** Three capitals, as one number in `choice`; -1 a blank cell. */
  currency(): boolean {
    if (this.#blank()) {
      this.choice = -1;
      return true;
    }
    const { bytes, at } = this;
    if (bytes[at] !== quote || bytes[at + 4] !== quote) return false;
    const [a, b, c] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
    if (a < 65 || a > 90 || b < 65 || b > 90 || c < 65 || c > 90) return false;
    this.choice = (a << 16) | (b << 8) | c;
    this.at = at + 5;
    return true;
  }

  comma(): boolean {
    if (this.bytes[this.at] !== comma) return false;
    this.at += 1;
    return true;
  }

  lineEnd(): boolean {
    const { bytes, at } = this;
    if (bytes[at] === lineFeed) this.at = at + 1;
    else if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) this.at = at + 2;
    else return false;
    return true;
  }

  #blank(): boolean {
    const { bytes, at } = this;
    this.isBlank = bytes[at] === quote && bytes[at + 1] === quote && bytes[at + 2] !== quote;
    if (this.isBlank) this.at = at + 2;
    return this.isBlank;
  }

  #is(cell: Uint8Array): boolean {
    const { bytes, at } = this;
    // Nearly always one of the two tells.
    if (bytes[at + 1] !== cell[1] || bytes[at + cell.length - 1] !== quote) return false;
    for (let index = 0; index < cell.length; index += 1) if (bytes[at + index] !== cell[index]) return false;
    this.at = at + cell.length;
    return true;
  }

  /** Days since 1970, the date itself left in `day`; negative where it is none. */
  #days(at: number): number {
    const { bytes } = this;
    if (bytes[at + 4] !== dash || bytes[at + 7] !== dash) return bad;
    const year = two(bytes, at) * 100 + two(bytes, at + 2);
    const month = two(bytes, at + 5);
    const day = two(bytes, at + 8);
    if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return bad;
    const index = (year - firstYear) * 12 + month - 1;
    const start = monthStarts[index]!;
    if (day > monthStarts[index + 1]! - start) return bad;
    this.day = year * 10_000 + month * 100 + day;
    return start + day - 1;
  }
}

/** A quoted cell of that text, as `oneOf` compares it. */
export function cellBytes(text: string): Uint8Array {
  return Buffer.from(`"${text}"`);
}

const trueCell = cellBytes("true");
const falseCell = cellBytes("false");

function one(bytes: Uint8Array, at: number): number {
  const digit = bytes[at]! - zero;
  return digit >= 0 && digit <= 9 ? digit : bad;
}

function two(bytes: Uint8Array, at: number): number {
  return one(bytes, at) * 10 + one(bytes, at + 1);
}
