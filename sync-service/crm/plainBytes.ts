/** The bytes of a result page as CSV, in pieces that one turn can read. */
import { SyncGunzip } from "./syncGunzip.ts";

/** Of text cells, some ten milliseconds' work. */
const pieceSize = 64 * 1024;

export class PlainBytes {
  readonly #gunzip: SyncGunzip | null;

  constructor(isZipped: boolean) {
    this.#gunzip = isZipped ? new SyncGunzip(pieceSize) : null;
  }

  /** Each piece is valid until the next. @throws where the bytes are no gzip. */
  of(chunk: Uint8Array): Iterable<Uint8Array> {
    return this.#gunzip ? this.#gunzip.unzip(chunk) : cut(chunk);
  }

  /** What is left once all bytes were given. @throws where they end before the gzip does. */
  rest(): Iterable<Uint8Array> {
    return this.#gunzip ? this.#gunzip.rest() : [];
  }

  close(): void {
    this.#gunzip?.close();
  }
}

function* cut(chunk: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < chunk.length; from += pieceSize) yield chunk.subarray(from, from + pieceSize);
}
