/**
 * Scans CSV as Bulk API 2.0 sends it, chunk by chunk, into rows of text cells.
 * Strict: whatever doesn't follow the grammar is a damaged page, and a damaged
 * page must never pass for a shorter one.
 */

/** The text is no CSV, or ends within a row. */
export class CsvError extends Error {
  override readonly name = "CsvError";
  readonly code = "DAMAGED_CSV";
}

const quote = 34;
const comma = 44;
const lineFeed = 10;
const carriageReturn = 13;
const incomplete = -1;

export class CsvScanner {
  readonly #onRow: (cells: string[]) => void;
  /** Fatal: bytes that are no UTF-8 are damage. Drops a byte order mark. */
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  /** The beginning of a row whose end has not come yet. */
  #rest = "";
  #rows = 0;
  #isEnded = false;
  // The cell just read: its text, and where reading goes on.
  #cell = "";
  #next = 0;

  constructor(onRow: (cells: string[]) => void) {
    this.#onRow = onRow;
  }

  /** Rows so far, the header included. */
  get rows(): number {
    return this.#rows;
  }

  /** Takes the next chunk; it may end anywhere, within a character or a quote. */
  write(chunk: Uint8Array): void {
    this.#scan(this.#rest + this.#decode(chunk));
  }

  /** The input is over: a last row may lack its line end, but nothing else. */
  end(): void {
    this.#isEnded = true;
    this.#scan(this.#rest + this.#decode());
    if (this.#rest !== "") throw new CsvError("The text ends within a row");
  }

  #decode(chunk?: Uint8Array): string {
    try {
      return chunk ? this.#decoder.decode(chunk, { stream: true }) : this.#decoder.decode();
    } catch (error) {
      throw new CsvError("The text is not UTF-8", { cause: error });
    }
  }

  #scan(text: string): void {
    let at = 0;
    while (at < text.length) {
      const end = this.#row(text, at);
      if (end === incomplete) break;
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
  }

  /** Reads one row; returns where the next begins, or that its end is not there yet. */
  #row(text: string, from: number): number {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const end = this.#readCell(text, at);
      if (end === incomplete) return incomplete;
      cells.push(this.#cell);
      if (text.charCodeAt(end) !== comma) break;
      at = end + 1;
    }
    const end = this.#lineEnd(text, this.#next);
    if (end === incomplete) return incomplete;
    this.#rows += 1;
    this.#onRow(cells);
    return end;
  }

  /** Leaves the cell's text in a field: returning both would cost an object a cell. */
  #readCell(text: string, at: number): number {
    this.#next = text.charCodeAt(at) === quote ? this.#quoted(text, at + 1) : this.#bare(text, at);
    return this.#next;
  }

  #quoted(text: string, from: number): number {
    let hasDoubled = false;
    let at = from;
    for (;;) {
      const closing = text.indexOf('"', at);
      // The quote at the very end may be the first of two.
      const isLast = closing === text.length - 1;
      if (closing < 0 || (isLast && !this.#isEnded)) return incomplete;
      if (text.charCodeAt(closing + 1) !== quote) {
        const raw = text.slice(from, closing);
        this.#cell = hasDoubled ? raw.replaceAll('""', '"') : raw;
        return this.#checkAfterQuote(text, closing + 1);
      }
      hasDoubled = true;
      at = closing + 2;
    }
  }

  #checkAfterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at);
    const isFine = at === text.length || code === comma || code === lineFeed || code === carriageReturn;
    if (!isFine) throw new CsvError(`Text follows a closing quote in row ${this.#rows + 1}`);
    return at;
  }

  #bare(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === comma || code === lineFeed || code === carriageReturn) break;
      // Within quotes a NUL is text like any other; outside it is a torn page.
      if (code === quote || code === 0) throw new CsvError(`A stray character in row ${this.#rows + 1}`);
    }
    if (at === text.length && !this.#isEnded) return incomplete;
    this.#cell = text.slice(from, at);
    return at;
  }

  /** LF or CRLF; a lone CR is damage. */
  #lineEnd(text: string, at: number): number {
    if (at === text.length) return at;
    if (text.charCodeAt(at) === lineFeed) return at + 1;
    if (at + 1 === text.length && !this.#isEnded) return incomplete;
    if (text.charCodeAt(at + 1) === lineFeed) return at + 2;
    throw new CsvError(`A lone carriage return in row ${this.#rows + 1}`);
  }
}
