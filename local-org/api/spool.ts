import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync, type ReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BUFFER_BYTES = 1 << 20;

/** CSV rows on disk with the place of each, so that any range of rows can be streamed again: what a query job found. */
export class Spool {
  readonly #directory = mkdtempSync(join(tmpdir(), "local-org-"));
  readonly #file = join(this.#directory, "rows.csv");
  #descriptor: number | null = openSync(this.#file, "w");
  #starts = new Float64Array(1024);
  #rows = 0;
  #bytes = 0;
  #pending: string[] = [];
  #pendingBytes = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Adds one row, its line end included. */
  add(line: string): void {
    if (this.#rows === this.#starts.length) {
      const larger = new Float64Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#rows] = this.#bytes;
    this.#rows += 1;
    const bytes = Buffer.byteLength(line);
    this.#bytes += bytes;
    this.#pendingBytes += bytes;
    this.#pending.push(line);
    if (this.#pendingBytes >= BUFFER_BYTES) this.#flush();
  }

  #flush(): void {
    if (this.#pending.length > 0 && this.#descriptor !== null) writeSync(this.#descriptor, this.#pending.join(""));
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  /** No more rows will come. */
  finish(): void {
    this.#flush();
    this.#close();
  }

  #close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  /** The bytes of that range of rows; null where it is empty. */
  read(firstRow: number, count: number): ReadStream | null {
    const last = Math.min(firstRow + count, this.#rows);
    if (firstRow >= last) return null;
    const end = last === this.#rows ? this.#bytes : this.#starts[last]!;
    return createReadStream(this.#file, { start: this.#starts[firstRow]!, end: end - 1, highWaterMark: BUFFER_BYTES });
  }

  remove(): void {
    this.#close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
