/**
 * Reads the cells of a row straight from bytes, in the one form in which Bulk API 2.0
 * writes them: quoted, UTC instants to the millisecond, plain digits. Every method says
 * whether the cell had that form; where it had not, the row is read the general way.
 */
import { CellChoices } from "./cellChoices.ts";
import { fiveDigits, idWords } from "./packedId.ts";

const quote = 34;
const minus = 45;
const point = 46;
const zero = 48;
const lineFeed = 10;
const carriageReturn = 13;
const dash = 45;
const firstYear = 1970;
/** An unsigned number of seconds ends in 2106. */
const lastYear = 2105;
/** Digits that a binary number holds without fault. */
const mostDigits = 15;

/** Two bytes as one number, the first the low one: what `getUint16` gives. */
const pairOf = (text: string): number => text.charCodeAt(0) | (text.charCodeAt(1) << 8);
const blankPair = pairOf('""');
const nextPair = pairOf('",');
const lineFeedPair = pairOf('"\n');
const returnPair = pairOf('"\r');

/**
 * The value of two digits by their pair; so far below zero where they are none that every sum with it is too, and
 * eleven times of it are still a number of 32 bits.
 */
const bad = -1e8;
const twoDigits = new Int32Array(1 << 16).fill(bad);
for (let value = 0; value < 100; value += 1) twoDigits[pairOf(String(value).padStart(2, "0"))] = value;

/** Days from 1970 to the first of each month. */
const monthStarts = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  Math.round(Date.UTC(firstYear, month, 1) / 86_400_000),
);

/** Every method reads a cell with its quotes and goes on behind the comma, or to the end of the line. */
export class ByteCursor {
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
  #bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes: two or four of them at once cost as much as one. */
  #view = new DataView(this.#bytes.buffer);

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Behind its last row there must be room for a cell. */
  begin(bytes: Uint8Array, at: number): void {
    this.at = at;
    if (bytes === this.#bytes) return;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Eighteen characters, as three words of a record. */
  id(target: Int32Array, word: number): boolean {
    const { at } = this;
    const bytes = this.#bytes;
    if (bytes[at] !== quote || bytes[at + 16] === quote || bytes[at + 17] === quote || bytes[at + 18] === quote)
      return false;
    for (let index = 0; index < idWords; index += 1) {
      const digits = fiveDigits(this.#view, at + 1 + index * 5);
      if (digits < 0) return false;
      target[word + index] = digits;
    }
    return this.#close(at + 19);
  }

  /** `"2023-06-01T18:00:00.000Z"` or blank. */
  instant(): boolean {
    if (this.#blank()) return this.#close(this.at + 1);
    const { at } = this;
    const bytes = this.#bytes;
    const view = this.#view;
    if (bytes[at] !== quote || bytes[at + 24] !== 90 || bytes[at + 11] !== 84) return false;
    if (bytes[at + 14] !== 58 || bytes[at + 17] !== 58 || bytes[at + 20] !== point) return false;
    const days = this.#days(at + 1);
    const hours = twoDigits[view.getUint16(at + 12, true)]!;
    const minutes = twoDigits[view.getUint16(at + 15, true)]!;
    const seconds = twoDigits[view.getUint16(at + 18, true)]!;
    const millis = twoDigits[view.getUint16(at + 21, true)]! * 10 + digit(bytes[at + 23]!);
    if ((days | hours | minutes | seconds | millis) < 0 || hours > 23 || minutes > 59 || seconds > 59) return false;
    this.seconds = days * 86_400 + hours * 3600 + minutes * 60 + seconds;
    this.millis = millis;
    return this.#close(at + 25);
  }

  /** Goes past an instant that nobody asks for, by its shape alone. */
  skipInstant(): boolean {
    const { at } = this;
    const bytes = this.#bytes;
    if (bytes[at] !== quote || bytes[at + 5] !== dash || bytes[at + 8] !== dash || bytes[at + 11] !== 84) return false;
    return bytes[at + 14] === 58 && bytes[at + 20] === point && bytes[at + 24] === 90 && this.#close(at + 25);
  }

  /** `"2023-06-01"`, as 20230601. */
  date(): boolean {
    const { at } = this;
    return this.#bytes[at] === quote && this.#days(at + 1) >= 0 && this.#close(at + 11);
  }

  flag(): boolean {
    if (!this.oneOf(flagCells) || this.isBlank) return false;
    this.isTrue = this.choice === 0;
    return true;
  }

  /** Up to fifteen digits, with or without a point, or blank. */
  amount(): boolean {
    if (this.#blank()) return this.#close(this.at + 1);
    const bytes = this.#bytes;
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
      else if (digit === point - zero && pointAt === 0 && at > first) pointAt = at;
      else break;
    }
    if (bytes[at - 1] === point || at === first || at - first > mostDigits) return false;
    this.high = Math.floor(value / 1e9);
    this.low = value - this.high * 1e9;
    this.scale = pointAt === 0 ? 0 : at - pointAt - 1;
    return this.#close(at);
  }

  /** One of a few texts: `choice` is its place, -1 a blank cell. */
  oneOf(cells: CellChoices): boolean {
    this.choice = -1;
    if (this.#blank()) return this.#close(this.at + 1);
    this.choice = cells.find(this.#view, this.at);
    return this.choice >= 0 && this.#close(this.at + cells.lengthOf(this.choice) - 1);
  }

  /** Three capitals, as one number in `choice`; -1 a blank cell. */
  currency(): boolean {
    this.choice = -1;
    if (this.#blank()) return this.#close(this.at + 1);
    const { at } = this;
    const bytes = this.#bytes;
    const [a, b, c] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
    if (bytes[at] !== quote || a < 65 || a > 90 || b < 65 || b > 90 || c < 65 || c > 90) return false;
    this.choice = (a << 16) | (b << 8) | c;
    return this.#close(at + 4);
  }

  /** The end of the row, and not a further cell. */
  lineEnd(): boolean {
    const { at } = this;
    const bytes = this.#bytes;
    if (bytes[at] === lineFeed) this.at = at + 1;
    else if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) this.at = at + 2;
    else return false;
    return true;
  }

  /** A closing quote and what may follow it: another quote, or text, is not of the usual form. */
  #close(at: number): boolean {
    const pair = this.#view.getUint16(at, true);
    if (pair === nextPair) this.at = at + 2;
    else if (pair === lineFeedPair || pair === returnPair) this.at = at + 1;
    else return false;
    return true;
  }

  #blank(): boolean {
    this.isBlank = this.#view.getUint16(this.at, true) === blankPair;
    return this.isBlank;
  }

  /** Days since 1970, the date itself left in `day`; negative where it is none. */
  #days(at: number): number {
    const view = this.#view;
    if (this.#bytes[at + 4] !== dash || this.#bytes[at + 7] !== dash) return bad;
    const year = twoDigits[view.getUint16(at, true)]! * 100 + twoDigits[view.getUint16(at + 2, true)]!;
    const month = twoDigits[view.getUint16(at + 5, true)]!;
    const day = twoDigits[view.getUint16(at + 8, true)]!;
    if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return bad;
    const index = (year - firstYear) * 12 + month - 1;
    const start = monthStarts[index]!;
    if (day > monthStarts[index + 1]! - start) return bad;
    this.day = year * 10_000 + month * 100 + day;
    return start + day - 1;
  }
}

const flagCells = new CellChoices(["true", "false"]);

function digit(byte: number): number {
  const value = byte - zero;
  return value >= 0 && value <= 9 ? value : bad;
}
