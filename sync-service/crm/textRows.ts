/** Rows of text cells as bytes, side by side in a few large blocks: half of what their texts take, and nothing for the garbage collector to go through. */
import type { Row } from "./restQuery.ts";

const blockBytes = 1024 * 1024;
const lengthBytes = 4;
/** A place is a block and an offset in it. */
const perBlock = 2 ** 32;

export class TextRows {
  readonly #blocks: Buffer[] = [];
  #filled = blockBytes;

  /** Returns the place from which the row can be taken again. */
  add(row: Row): number {
    const text = JSON.stringify(row);
    const bytes = Buffer.byteLength(text);
    const offset = this.#roomFor(lengthBytes + bytes);
    const block = this.#blocks.length - 1;
    this.#blocks[block]!.writeUInt32LE(bytes, offset);
    this.#blocks[block]!.write(text, offset + lengthBytes);
    return block * perBlock + offset;
  }

  at(place: number): Row {
    const block = this.#blocks[Math.floor(place / perBlock)]!;
    const from = (place % perBlock) + lengthBytes;
    return JSON.parse(block.toString("utf8", from, from + block.readUInt32LE(from - lengthBytes))) as Row;
  }

  /** In the last block, or in a new one. */
  #roomFor(bytes: number): number {
    const offset = this.#filled;
    this.#filled += bytes;
    if (this.#filled <= (this.#blocks.at(-1)?.length ?? 0)) return offset;
    this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(blockBytes, bytes)));
    this.#filled = bytes;
    return 0;
  }
}
