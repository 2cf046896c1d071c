/**
 * Unzips a stream of bytes piece by piece, on the thread that reads them and into one buffer. Node's own stream hands
 * every piece to a helper thread and back, in a buffer of its own: for result pages twice the processor time, half of
 * it to collect the buffers. What is used here of node:zlib is what its own `gunzipSync` rests on, and not promised.
 */
import { constants, createGunzip, type Gunzip } from "node:zlib";

/** Bytes of a zipped stream that a native call has left over: of the room for its output, and of its input. */
type Left = readonly [output: number, input: number];

interface NativeGunzip {
  readonly _writeState: Left;
  readonly _handle: {
    readonly writeSync: (
      flush: number,
      input: Uint8Array,
      inputAt: number,
      inputLength: number,
      output: Uint8Array,
      outputAt: number,
      outputLength: number,
    ) => void;
  };
}

const nothing = new Uint8Array(0);

export class SyncGunzip {
  readonly #gunzip: Gunzip & NativeGunzip;
  readonly #output: Uint8Array;

  constructor(pieceSize: number) {
    this.#output = new Uint8Array(pieceSize);
    this.#gunzip = createGunzip() as Gunzip & NativeGunzip;
    this.#gunzip.on("error", () => undefined);
  }

  /** Pieces of the plain bytes, each valid until the next. @throws where the bytes are no gzip. */
  *unzip(bytes: Uint8Array, flush: number = constants.Z_NO_FLUSH): Generator<Uint8Array> {
    const output = this.#output;
    for (let left = bytes.length, isFull = true; isFull;) {
      const [outputLeft, inputLeft] = this.#write(flush, bytes, left);
      left = inputLeft;
      isFull = outputLeft === 0;
      if (outputLeft < output.length) yield output.subarray(0, output.length - outputLeft);
    }
  }

  /** What is left once all bytes were given. @throws where they end before the gzip does. */
  rest(): Generator<Uint8Array> {
    return this.unzip(nothing, constants.Z_FINISH);
  }

  close(): void {
    this.#gunzip.close();
  }

  /** The last bytes of the input, as many as are left of it. */
  #write(flush: number, bytes: Uint8Array, left: number): Left {
    const gunzip = this.#gunzip;
    const output = this.#output;
    gunzip._handle.writeSync(flush, bytes, bytes.length - left, left, output, 0, output.length);
    // Node destroys a stream that fails, and says why.
    if (gunzip.errored) throw gunzip.errored;
    return gunzip._writeState;
  }
}
