/**
 * Result pages that were found sound, as they came over the wire, in files of their own: a run that goes on
 * from a checkpoint reads them from here. What is not whole any more is as good as not there.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  createReadStream,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { z } from "zod";

const keptPage = z.object({
  rows: z.number().int().min(0),
  locator: z.string(),
  isZipped: z.boolean(),
  bytes: z.number().int().min(0),
  crc: z.number().int(),
});

export type KeptPage = z.infer<typeof keptPage>;
type PageFacts = Pick<KeptPage, "rows" | "locator" | "isZipped">;

/** Told of a disk that does not do what it should; the run goes on without it. */
export type Trouble = (error: unknown) => void;

export class KeptPages {
  readonly #directory: string;
  readonly #trouble: Trouble;

  constructor(directory: string, trouble: Trouble) {
    this.#directory = directory;
    this.#trouble = trouble;
  }

  /** What is known of a page; null: it is not here. */
  find(path: string): KeptPage | null {
    const file = this.#file(path);
    try {
      const page = keptPage.parse(JSON.parse(readFileSync(`${file}.json`, "utf8")));
      return statSync(file).size === page.bytes ? page : null;
    } catch {
      return null;
    }
  }

  /** The page's bytes. The stream fails at its end where they are not those that were kept. */
  open(path: string, { crc }: KeptPage): Readable {
    return createReadStream(this.#file(path)).compose(async function* (source: AsyncIterable<Uint8Array>) {
      let found = 0;
      for await (const chunk of source) {
        found = crc32(chunk, found);
        yield chunk;
      }
      if (found !== crc) throw new Error("a kept page is not what it was");
    });
  }

  writer(path: string): PageWriter {
    return new PageWriter(this.#file(path), this.#trouble);
  }

  #file(path: string): string {
    return join(this.#directory, createHash("sha256").update(path).digest("hex").slice(0, 32));
  }
}

/** A page on its way to the disk: it has its name only once its rows are known to be all there. */
export class PageWriter {
  readonly #file: string;
  readonly #part: string;
  readonly #trouble: Trouble;
  #open: number | null = null;
  #bytes = 0;
  #crc = 0;

  constructor(file: string, trouble: Trouble) {
    this.#file = file;
    // Another process may be at the same page.
    this.#part = `${file}.${randomBytes(4).toString("hex")}.part`;
    this.#trouble = trouble;
    this.#attempt(() => (this.#open = openSync(this.#part, "wx", 0o600)));
  }

  write(chunk: Uint8Array): void {
    const file = this.#open;
    if (file === null) return;
    this.#crc = crc32(chunk, this.#crc);
    this.#bytes += chunk.byteLength;
    this.#attempt(() => {
      for (let done = 0; done < chunk.byteLength;) done += writeSync(file, chunk, done);
    });
  }

  keep(facts: PageFacts): void {
    if (this.#open === null) return;
    this.#attempt(() => {
      this.#close();
      renameSync(this.#part, this.#file);
      writeWhole(`${this.#file}.json`, JSON.stringify({ ...facts, bytes: this.#bytes, crc: this.#crc }));
    });
  }

  drop(): void {
    this.#attempt(() => {
      this.#close();
      rmSync(this.#part, { force: true });
    });
  }

  #close(): void {
    if (this.#open !== null) closeSync(this.#open);
    this.#open = null;
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#trouble(error);
      if (this.#open !== null) this.drop();
    }
  }
}

/** A file is there with all of its text or not at all. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.${randomBytes(4).toString("hex")}.part`;
  const open = openSync(part, "wx", 0o600);
  try {
    try {
      // A disk that is nearly full takes less than it is given, and says so only of the rest.
      writeFileSync(open, text);
    } finally {
      closeSync(open);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
