/** Gathers the rows of a query that fits in memory, as text cells. */
import { CsvError, CsvScanner } from "./csvScanner.ts";
import { isHeaderOf } from "./resultHeader.ts";
import type { Row } from "./restQuery.ts";
import type { PageTarget, RowTarget } from "./rowTarget.ts";
import type { RowQuery } from "./soql.ts";

/** `take` is told each row of sound pages only. */
export class TextTarget<T> implements RowTarget {
  readonly #query: RowQuery;
  readonly #read: (row: Row) => T;
  readonly facts: T[] = [];

  constructor(query: RowQuery, read: (row: Row) => T) {
    this.#query = query;
    this.#read = read;
  }

  begin(): void {
    // Whatever their number, they fit.
  }

  addRows(rows: readonly Row[]): void {
    for (const row of rows) this.facts.push(this.#read(row));
  }

  page(): PageTarget {
    return new TextPage(this.#query, this.#read, this.facts);
  }
}

class TextPage<T> implements PageTarget {
  readonly #scanner: CsvScanner;
  readonly #all: T[];
  #own: T[] = [];

  constructor(query: RowQuery, read: (row: Row) => T, all: T[]) {
    this.#all = all;
    this.#scanner = new CsvScanner((cells) => {
      if (this.#scanner.rows === 1 && isHeaderOf(cells, query)) return;
      if (cells.length !== query.columns.length) throw new CsvError(`A row has ${cells.length} cells`);
      this.#own.push(read(cells));
    });
  }

  get rows(): number {
    return this.#own.length;
  }

  get isEmpty(): boolean {
    return this.#scanner.rows === 0;
  }

  write(chunk: Uint8Array): void {
    this.#scanner.write(chunk);
  }

  end(): void {
    this.#scanner.end();
  }

  keep(): void {
    for (const fact of this.#own) this.#all.push(fact);
  }

  drop(): void {
    this.#own = [];
  }
}
