/** Gathers rows for the other thread: a message for each would cost more than the row. */
import type { PageOutput } from "./pageMessages.ts";

const mostBytes = 64 * 1024;

export class GeneralBytes {
  readonly #tell: (output: PageOutput) => void;
  #rows: Uint8Array[] = [];
  #bytes = 0;

  constructor(tell: (output: PageOutput) => void) {
    this.#tell = tell;
  }

  add(row: Uint8Array): void {
    this.#rows.push(row.slice());
    this.#bytes += row.length;
    if (this.#bytes >= mostBytes) this.flush();
  }

  flush(): void {
    if (this.#rows.length === 0) return;
    const bytes = new Uint8Array(this.#bytes);
    let end = 0;
    const ends = this.#rows.map((row) => {
      bytes.set(row, end);
      return (end += row.length);
    });
    this.#rows = [];
    this.#bytes = 0;
    this.#tell({ kind: "general", bytes, ends });
  }
}
