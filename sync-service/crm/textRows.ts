/**
 * Rows of text cells, zipped some dozens at a time: what tens of thousands of accounts say differs in little, and is
 * asked for mostly in the order in which it came.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Row } from "./restQuery.ts";

const rowsPerBlock = 64;
/** Few rows of long texts are a block too. */
const mostCharacters = 256 * 1024;
const noBlock = -1;

export class TextRows {
  readonly #blocks: Buffer[] = [];
  /** Each row as a line of JSON: what is not zipped yet, and the block asked for last. */
  #open: string[] = [];
  #characters = 0;
  #last: { readonly block: number; readonly lines: readonly string[] } = { block: noBlock, lines: [] };

  /** Returns the place from which the row can be taken again. */
  add(row: Row): number {
    const line = JSON.stringify(row);
    const place = this.#blocks.length * rowsPerBlock + this.#open.push(line) - 1;
    this.#characters += line.length;
    if (this.#open.length === rowsPerBlock || this.#characters >= mostCharacters) this.#zip();
    return place;
  }

  at(place: number): Row {
    const line = this.#linesOf(Math.floor(place / rowsPerBlock))[place % rowsPerBlock];
    if (line === undefined) throw new RangeError(`There is no row at ${place}`);
    return JSON.parse(line) as Row;
  }

  #linesOf(block: number): readonly string[] {
    const zipped = this.#blocks[block];
    if (zipped === undefined) return this.#open;
    if (this.#last.block !== block) this.#last = { block, lines: inflateRawSync(zipped).toString("utf8").split("\n") };
    return this.#last.lines;
  }

  /** The fastest level: higher ones spare little more. */
  #zip(): void {
    this.#blocks.push(Buffer.from(deflateRawSync(this.#open.join("\n"), { level: 1 })));
    this.#open = [];
    this.#characters = 0;
  }
}
