/** Turns the rows of a query into packed records, whichever way they come. */
import type { Readable } from "node:stream";
import { ByteCursor } from "./byteCursor.ts";
import { ByteRows } from "./byteRows.ts";
import { GeneralRows } from "./generalRows.ts";
import type { RecordPage, RecordPageElsewhere, RecordSpace } from "./recordSpace.ts";
import type { Row } from "./restQuery.ts";
import type { PageTarget, RowTarget } from "./rowTarget.ts";
import type { RowQuery } from "./soql.ts";
import { unzip } from "./unzip.ts";

/** Fills the record at a place from the row at the cursor; false: the row is not of the usual form. */
export type BytePacker = (cursor: ByteCursor, words: Int32Array, slot: number) => boolean;

/** How the rows of one object are packed. */
export interface RecordPacker {
  readonly fast: BytePacker;
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
    const odd = this.#space.page();
    const general = new GeneralRows(this.#query, (row) => {
      this.#packer.slow(row, odd.words, odd.slot);
      odd.add();
    });
    const elsewhere = this.#space.pageElsewhere?.((row) => general.read(row)) ?? null;
    return elsewhere ? new PageElsewhere(elsewhere, general, odd) : new PageHere(this.#packer, general, odd);
  }
}

/** A page that this thread unzips and packs itself. */
class PageHere implements PageTarget {
  readonly #general: GeneralRows;
  readonly #page: RecordPage;
  readonly #rows: ByteRows;

  constructor(packer: RecordPacker, general: GeneralRows, page: RecordPage) {
    const cursor = new ByteCursor();
    this.#general = general;
    this.#page = page;
    this.#rows = new ByteRows({
      fast: (bytes, from) => {
        cursor.begin(bytes, from);
        if (!packer.fast(cursor, page.words, page.slot)) return -1;
        page.add();
        return cursor.at;
      },
      general: (row) => general.read(row),
    });
  }

  get rows(): number {
    return this.#rows.rows + this.#general.rows;
  }

  get isEmpty(): boolean {
    return this.#general.isEmpty;
  }

  async read(body: Readable, isZipped: boolean): Promise<void> {
    await unzip(body, isZipped, (chunk) => this.#rows.write(chunk));
    this.#rows.end();
  }

  keep(): void {
    this.#page.keep();
  }

  drop(): void {
    this.#page.drop();
  }
}

/** A page that another thread gets through; only its odd rows are read here. */
class PageElsewhere implements PageTarget {
  readonly #elsewhere: RecordPageElsewhere;
  readonly #general: GeneralRows;
  readonly #odd: RecordPage;
  #packed = 0;

  constructor(elsewhere: RecordPageElsewhere, general: GeneralRows, odd: RecordPage) {
    this.#elsewhere = elsewhere;
    this.#general = general;
    this.#odd = odd;
  }

  get rows(): number {
    return this.#packed + this.#general.rows;
  }

  get isEmpty(): boolean {
    return this.#general.isEmpty;
  }

  async read(body: Readable, isZipped: boolean): Promise<void> {
    this.#packed = await this.#elsewhere.read(body, isZipped);
  }

  keep(): void {
    this.#elsewhere.keep();
    this.#odd.keep();
  }

  drop(): void {
    this.#elsewhere.drop();
    this.#odd.drop();
  }
}
