/** Reads those rows of a page that have not the usual form cell by cell, the first one's column names among them. */
import { CsvScanner } from "./csvScanner.ts";
import { isHeaderOf } from "./resultHeader.ts";
import type { Row } from "./restQuery.ts";
import type { RowQuery } from "./soql.ts";

export class GeneralRows {
  readonly #query: RowQuery;
  readonly #take: (row: Row) => void;
  #rows = 0;
  #isFirst = true;

  constructor(query: RowQuery, take: (row: Row) => void) {
    this.#query = query;
    this.#take = take;
  }

  /** The header not counted. */
  get rows(): number {
    return this.#rows;
  }

  /** Whether there was as much as a header. */
  get isEmpty(): boolean {
    return this.#isFirst;
  }

  /** One whole row. @throws CsvError where it is none, UnexpectedAnswerError where it can't be read. */
  read(row: Uint8Array): void {
    const scanner = new CsvScanner((cells) => this.#read(cells));
    scanner.write(row);
    scanner.end();
  }

  #read(cells: Row): void {
    // Later pages may leave the names out.
    const isHeader = this.#isFirst && isHeaderOf(cells, this.#query);
    this.#isFirst = false;
    if (isHeader) return;
    this.#take(cells);
    this.#rows += 1;
  }
}
