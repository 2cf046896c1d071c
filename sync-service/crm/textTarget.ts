/** Hands over the rows of a query that fits in memory, as text cells. */
import { CsvError, CsvScanner } from "./csvScanner.ts";
import { isHeaderOf } from "./resultHeader.ts";
import type { Row } from "./restQuery.ts";
import type { PageTarget, RowTarget } from "./rowTarget.ts";
import type { RowQuery } from "./soql.ts";

/** What becomes of the rows of one page; they count only once it is kept. */
export interface RowPage {
  /** A row's cells are gone with the page: what is kept of them is to be copied. */
  take(row: Row): void;
  keep(): void;
  drop(): void;
}

export class TextTarget implements RowTarget {
  readonly #query: RowQuery;
  readonly #open: () => RowPage;

  constructor(query: RowQuery, open: () => RowPage) {
    this.#query = query;
    this.#open = open;
  }

  begin(): void {
    // Whatever their number, they fit.
  }

  addRows(rows: readonly Row[]): void {
    const page = this.#open();
    for (const row of rows) page.take(row);
    page.keep();
  }

  page(): PageTarget {
    return new TextPage(this.#query, this.#open());
  }
}

class TextPage implements PageTarget {
  readonly #scanner: CsvScanner;
  readonly #page: RowPage;
  #rows = 0;

  constructor(query: RowQuery, page: RowPage) {
    this.#page = page;
    this.#scanner = new CsvScanner((cells) => {
      if (this.#scanner.rows === 1 && isHeaderOf(cells, query)) return;
      if (cells.length !== query.columns.length) throw new CsvError(`A row has ${cells.length} cells`);
      page.take(cells);
      this.#rows += 1;
    });
  }

  get rows(): number {
    return this.#rows;
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
    this.#page.keep();
  }

  drop(): void {
    this.#page.drop();
  }
}
