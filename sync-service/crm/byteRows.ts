/**
 * Cuts the chunks of a page into rows, without making text of them: each row is
 * offered as bytes to a reader that knows its form. Whatever it does not take (an
 * unusual cell, and always the first row, which may name the columns) is handed on whole.
 */
import { CsvError } from "./csvScanner.ts";

export interface ByteRowReader {
  /** Takes the row at a place and returns where the next begins; negative: not of the usual form. */
  fast(bytes: Uint8Array, from: number): number;
  /** Takes the bytes of any other row; they are valid until it returns. */
  general(row: Uint8Array): void;
}

const quote = 34;
const lineFeed = 10;
/** The reader looks so far at most beyond the end for a cell that is not there. */
const margin = 256;

export class ByteRows {
  readonly #reader: ByteRowReader;
  /** The bytes not read yet, and behind them room. */
  #bytes: Uint8Array = new Uint8Array(0);
  #length = 0;
  #rows = 0;
  #isFirst = true;

  constructor(reader: ByteRowReader) {
    this.#reader = reader;
  }

  /** Those that `fast` took. */
  get rows(): number {
    return this.#rows;
  }

  write(chunk: Uint8Array): void {
    this.#append(chunk);
    this.#read(false);
  }

  end(): void {
    this.#clearMargin();
    this.#read(true);
    if (this.#length > 0) throw new CsvError("The text ends within a row");
  }

  #append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length + margin > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length + margin, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
    this.#clearMargin();
  }

  /** What stood there before must not pass for the rest of a row. */
  #clearMargin(): void {
    this.#bytes.fill(0, this.#length, this.#length + margin);
  }

  #read(isLast: boolean): void {
    const bytes = this.#bytes;
    const end = this.#length;
    let from = 0;
    while (from < end) {
      const next = this.#isFirst ? -1 : this.#reader.fast(bytes, from);
      const after = next < 0 || next > end ? this.#general(from, isLast) : next;
      if (after < 0) break;
      if (next === after) this.#rows += 1;
      from = after;
    }
    if (from > 0) bytes.copyWithin(0, from, end);
    this.#length = end - from;
  }

  /** Hands the row at a place on; negative: its end is not there yet. */
  #general(from: number, isLast: boolean): number {
    const end = this.#endOfRow(from, isLast);
    if (end < 0) return end;
    this.#reader.general(this.#bytes.subarray(from, end));
    this.#isFirst = false;
    return end;
  }

  #endOfRow(from: number, isLast: boolean): number {
    let isQuoted = false;
    for (let at = from; at < this.#length; at += 1) {
      const byte = this.#bytes[at];
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineFeed && !isQuoted) return at + 1;
    }
    return isLast ? this.#length : -1;
  }
}
