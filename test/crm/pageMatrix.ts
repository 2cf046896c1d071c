/** Result pages of every size, cut into chunks of every size: what comes out has to be what went in. */
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import { RecordSpill, spaceOf } from "../../sync-service/run/recordSpill.ts";
import type { MatrixKind } from "./matrixKind.ts";
import { checksumOf, RecordTally } from "./recordTally.ts";

export interface MatrixCase {
  readonly rowsPerPage: number;
  readonly pages: number;
}

export interface MatrixOutcome {
  readonly rows: number;
  readonly checksum: string;
}

/** Rows repeat after so many, so that a page of 600 MB needs no memory of its own. */
const blockRows = 2000;
const parts = 8;

/** So many chunk sizes for a page, from single bytes (of large pages: a thousandth of a percent) to four megabytes. */
export function chunkSizes(bytes: number, count: number): number[] {
  const [least, most] = [Math.max(1, Math.floor(bytes / 50_000)), Math.min(bytes + 1, 4 * 1024 * 1024)];
  return Array.from({ length: count }, (_, index) => Math.round(least * (most / least) ** (index / (count - 1))));
}

/** The pages of one kind of row. */
export class PageMatrix {
  readonly kind: MatrixKind;
  readonly #header: Buffer;
  readonly #block: readonly string[];
  readonly #blockBytes: Buffer;

  constructor(kind: MatrixKind) {
    this.kind = kind;
    this.#header = Buffer.from(lineOf(kind.columns));
    this.#block = Array.from({ length: blockRows }, (_, number) => lineOf(kind.cells(number)));
    this.#blockBytes = Buffer.from(this.#block.join(""));
  }

  /** From no row to a page of 600 MB, for the campaigns. */
  whole(): readonly MatrixCase[] {
    return [
      { rowsPerPage: 0, pages: 1 },
      { rowsPerPage: 1, pages: 2 },
      { rowsPerPage: 250_000, pages: 4 },
      { rowsPerPage: 1_000_001, pages: 1 },
      { rowsPerPage: this.rowsIn(600e6), pages: 1 },
    ];
  }

  pageBytes(rows: number): number {
    let bytes = 0;
    for (const piece of this.pieces(rows)) bytes += piece.length;
    return bytes;
  }

  /** About how many rows take so many bytes. */
  rowsIn(bytes: number): number {
    return Math.ceil(bytes / (this.#blockBytes.length / blockRows));
  }

  *pieces(rows: number): Generator<Buffer> {
    yield this.#header;
    for (let left = rows; left > 0; left -= blockRows)
      yield left >= blockRows ? this.#blockBytes : Buffer.from(this.#block.slice(0, left).join(""));
  }

  /** Reads the pages as the service does, and sums up what it holds of them. */
  read({ rowsPerPage, pages }: MatrixCase, chunkSize: number): MatrixOutcome {
    const { target, outcomeOf } = this.target();
    let rows = 0;
    for (let number = 0; number < pages; number += 1) {
      const page = target.page();
      for (const chunk of chunksOf(this.pieces(rowsPerPage), chunkSize)) page.write(chunk);
      page.end();
      page.keep();
      rows += page.rows;
    }
    return outcomeOf(rows);
  }

  /** Where a run would keep the rows, and what it then holds of them against the number that the pages counted. */
  target() {
    const { object, columns, shape } = this.kind;
    const { packer, clear, textAt } = this.kind.packing();
    const spill = new RecordSpill(shape);
    spill.splitInto(parts);
    const target = new RecordTarget(
      { object, columns },
      packer,
      spaceOf(spill, () => undefined),
    );
    const outcomeOf = (rows: number): MatrixOutcome => {
      const tally = new RecordTally(shape);
      for (let part = 0; part < parts; part += 1) {
        const records = spill.part(part, new Int32Array(0));
        for (let from = 0; from < records.length; from += shape.words) {
          clear(records, from);
          tally.add(records, from);
        }
      }
      spill.close();
      return { rows: rows === tally.records ? rows : NaN, checksum: tally.checksum(textAt) };
    };
    return { target, outcomeOf };
  }

  /** The same from the rows' own cells, without a page. */
  expected({ rowsPerPage, pages }: MatrixCase): MatrixOutcome {
    const counts = new Map<string, number>();
    const [whole, rest] = [Math.floor(rowsPerPage / blockRows), rowsPerPage % blockRows];
    for (let number = 0; number < Math.min(blockRows, rowsPerPage); number += 1) {
      const text = this.kind.heldOf(number);
      counts.set(text, (counts.get(text) ?? 0) + (whole + (number < rest ? 1 : 0)) * pages);
    }
    return { rows: rowsPerPage * pages, checksum: checksumOf(counts) };
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
}

/** A page as chunks of one size, whose ends lie anywhere. */
function* chunksOf(pieces: Iterable<Buffer>, size: number): Generator<Uint8Array> {
  let held = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = Buffer.concat([held, piece]);
    let at = 0;
    for (; at + size <= bytes.length; at += size) yield bytes.subarray(at, at + size);
    held = bytes.subarray(at);
  }
  if (held.length > 0) yield held;
}
