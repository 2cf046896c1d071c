/** Turns the rows of a query into packed records, whichever way they come. */
import { ByteCursor } from "./byteCursor.ts";
import { ByteRows } from "./byteRows.ts";
import { isHeaderOf } from "./resultHeader.ts";
import type { RecordPage, RecordSpace } from "./recordSpace.ts";
import type { Row } from "./restQuery.ts";
import type { PageTarget, RowTarget, WirePage } from "./rowTarget.ts";
import type { RowQuery } from "./soql.ts";

/** How the rows of one object are packed. */
export interface RecordPacker {
  /** Fills the record at a place from the row at the cursor; false: the row is not of the usual form. */
  fast(cursor: ByteCursor, words: Int32Array, slot: number): boolean;
  /** @throws UnexpectedAnswerError naming a cell that can't be read. */
  slow(row: Row, words: Int32Array, slot: number): void;
}

export class RecordTarget implements RowTarget {
  readonly #query: RowQuery;
  readonly #packer: RecordPacker;
  readonly #space: RecordSpace;

  constructor(query: RowQuery, packer: RecordPacker, space: RecordSpace) {
    this.#query = query;
    this.#packer = packer;
    this.#space = space;
  }

  begin(rows: number): void | Promise<void> {
    return this.#space.begin(rows);
  }

  addRows(rows: readonly Row[]): void {
    const page = this.#space.page();
    for (const row of rows) {
      this.#packer.slow(row, page.words, page.slot);
      page.add();
    }
    page.keep();
  }

  page(): PageTarget {
    return new RecordRows(this.#query, this.#packer, this.#space.page());
  }

  elsewhere(isZipped: boolean): WirePage | null {
    return this.#space.elsewhere?.(isZipped) ?? null;
  }
}

class RecordRows implements PageTarget {
  readonly #rows: ByteRows;
  readonly #page: RecordPage;

  constructor(query: RowQuery, packer: RecordPacker, page: RecordPage) {
    const cursor = new ByteCursor();
    this.#page = page;
    this.#rows = new ByteRows({
      fast: (bytes, from) => {
        cursor.begin(bytes, from);
        if (!packer.fast(cursor, page.words, page.slot)) return -1;
        page.add();
        return cursor.at;
      },
      slow: (row) => {
        packer.slow(row, page.words, page.slot);
        page.add();
      },
      isHeader: (row) => isHeaderOf(row, query),
    });
  }

  get rows(): number {
    return this.#rows.rows;
  }

  get isEmpty(): boolean {
    return this.#rows.isEmpty;
  }

  write(chunk: Uint8Array): void {
    this.#rows.write(chunk);
  }

  end(): void {
    this.#rows.end();
  }

  keep(): void {
    this.#page.keep();
  }

  drop(): void {
    this.#page.drop();
  }
}
