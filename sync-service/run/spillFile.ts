/** A file of words without a name: nothing is left behind however the process ends. Threads share it by its descriptor. */
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../crm/errors.ts";

export class SpillFile {
  readonly descriptor = nameless();
  #bytes = 0;

  /**
   * Returns where the words begin, in bytes.
   * @throws ConfigurationError where the disk takes no more: fetching the rows again would not help.
   */
  append(words: Int32Array): number {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    const offset = this.#bytes;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.descriptor, bytes, done, bytes.length - done, offset + done);
    } catch (error) {
      throw noRoom(error);
    }
    this.#bytes += bytes.length;
    return offset;
  }
}

/** From a place in bytes. */
export function readWords(descriptor: number, target: Int32Array, position: number): void {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  for (let done = 0; done < bytes.length;) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, position + done);
    if (read === 0) throw new Error("The file of spilled records is cut short");
    done += read;
  }
}

/** An open file without a name: the system frees it when the process ends, however it ends. */
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

function noRoom(error: unknown): ConfigurationError {
  return new ConfigurationError(
    `The directory for temporary files can't hold what a run reads (${String(error)}): free some space there, or name another one in TMPDIR`,
    { cause: error },
  );
}
