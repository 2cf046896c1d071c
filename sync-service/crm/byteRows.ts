/**
 * Cuts the chunks of a page into rows, without making text of them: each row is
 * offered as bytes to a reader that knows its form. Whatever it does not take (the
 * header, a row that a chunk cuts in two, an unusual cell) is read the general way.
 */
import { CsvError, CsvScanner } from "./csvScanner.ts";
import type { Row } from "./restQuery.ts";

export interface ByteRowReader {
  /** Takes the row at a place and returns where the next begins; negative: not of the usual form. */
  fast(bytes: Uint8Array, from: number): number;
  /** Takes a row of text cells. */
  slow(cells: Row): void;
  /** Whether the first row of a page names the columns; it may be left out on later pages. */
  isHeader(cells: Row): boolean;
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

  get rows(): number {
    return this.#rows;
  }

  get isEmpty(): boolean {
    return this.#isFirst;
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

  /** Reads the row at a place cell by cell; negative: its end is not there yet. */
  #general(from: number, isLast: boolean): number {
    const end = this.#endOfRow(from, isLast);
    if (end < 0) return end;
    const row = this.#bytes.subarray(from, end);
    const scanner = new CsvScanner((cells) => this.#take(cells));
    scanner.write(row);
    scanner.end();
    return end;
  }

  #take(cells: Row): void {
    const isHeader = this.#isFirst && this.#reader.isHeader(cells);
    this.#isFirst = false;
    if (isHeader) return;
    this.#reader.slow(cells);
    this.#rows += 1;
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
