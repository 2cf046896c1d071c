/**
 * A file without a name, so that nothing is left behind whatever happens: two threads may write into it at once, each
 * into places of its own.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../crm/errors.ts";

/** What the other thread is told. */
export interface SharedFile {
  readonly descriptor: number;
  /** How many places are taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export class SpillFile {
  readonly #placeBytes: number;
  readonly #taken: Int32Array<SharedArrayBuffer>;
  #descriptor: number | null;

  /** Nothing larger than a place is ever written at once; what a place is not filled with takes no room on the disk. */
  constructor(placeBytes: number, shared: SharedFile | null = null) {
    this.#placeBytes = placeBytes;
    this.#descriptor = shared?.descriptor ?? null;
    this.#taken = shared?.taken ?? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  }

  share(): SharedFile {
    return { descriptor: this.#opened(), taken: this.#taken };
  }

  /** Returns where it stands, in bytes. @throws ConfigurationError where the disk takes no more: fetching the rows again would not help. */
  write(words: Int32Array): number {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    const descriptor = this.#opened();
    const offset = Atomics.add(this.#taken, 0, 1) * this.#placeBytes;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
    } catch (error) {
      throw noRoom(error);
    }
    return offset;
  }

  readInto(target: Int32Array, position: number): void {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    const descriptor = this.#opened();
    for (let done = 0; done < bytes.length;) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, position + done);
      if (read === 0) throw new Error("The file of spilled records is cut short");
      done += read;
    }
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #opened(): number {
    return (this.#descriptor ??= nameless());
  }
}

function noRoom(cause: unknown): ConfigurationError {
  const text = `The directory for temporary files can't hold what a run reads (${String(cause)}): free some space there, or name another one in TMPDIR`;
  return new ConfigurationError(text, { cause });
}

/** The system frees it when the process ends, however it ends. */
function nameless(): number {
  try {
    const directory = mkdtempSync(join(tmpdir(), "partner-sync-"));
    const file = openSync(join(directory, "records"), "w+", 0o600);
    // Windows refuses to remove an open file: it then stays until the temporary files are cleared.
    rmSync(directory, { recursive: true, force: true, maxRetries: 0 });
    return file;
  } catch (error) {
    throw noRoom(error);
  }
}
