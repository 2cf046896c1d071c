/**
 * What a reading that is broken off leaves on this machine: its query jobs and the pages it has. Salesforce keeps a
 * job's results for seven days and its locators stay the same, so the next run may go on from them. It saves time
 * alone: without it everything is asked anew. Nothing secret is in it.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KeptPages, type Trouble, writeWhole } from "./keptPages.ts";

/**
 * A job's rows are as old as the job. A run may take half an hour from its first query to its first write, so that
 * rows of that age are nothing new; older ones would decide on deals that people have changed since.
 */
export const longestAgeMs = 30 * 60_000;
/** Salesforce has thrown the results away by then. */
const longestLeftMs = 7 * 24 * 60 * 60_000;

const fileName = "jobs.json";

const keptJob = z.object({
  soqlHash: z.string(),
  id: z.string().regex(/^[a-zA-Z0-9]{15,18}$/),
  createdAt: z.number(),
});
const content = z.object({
  version: z.literal(1),
  apiVersion: z.string(),
  /** The runs that these are of: they have written nothing. */
  runs: z.array(z.string()),
  jobs: z.array(keptJob),
});

export type KeptJob = z.infer<typeof keptJob>;

/** Where checkpoints are, and what sets those of this org, user and app apart from others'. */
export interface CheckpointPlace {
  readonly directory: string;
  readonly name: string;
}

/** One org as one user sees it. */
export function checkpointName(identity: readonly string[]): string {
  return hashOf(JSON.stringify(identity)).slice(0, 16);
}

export class Checkpoint {
  readonly pages: KeptPages;
  readonly #root: string;
  readonly #directory: string;
  readonly #apiVersion: string;
  readonly #trouble: Trouble;
  #runs: string[] = [];
  #jobs: KeptJob[] = [];
  /** Whether the file names this run: the next one would believe it. */
  #isOnDisk = false;

  /** Takes up what is there, unless it can't be read or is of another version. */
  constructor({ directory, name }: CheckpointPlace, apiVersion: string, trouble: Trouble) {
    this.#root = directory;
    this.#directory = join(directory, name);
    this.#apiVersion = apiVersion;
    this.#trouble = trouble;
    this.pages = new KeptPages(this.#directory, trouble);
    this.#attempt(() => this.#takeUp());
  }

  get jobs(): number {
    return this.#jobs.length;
  }

  /** When the oldest job was made, by the org's clock; null: nothing is kept. */
  get since(): number | null {
    return this.#jobs.length === 0 ? null : Math.min(...this.#jobs.map(({ createdAt }) => createdAt));
  }

  /** Whether this is of that run or of one that it goes on from. */
  isOf(runId: string): boolean {
    return this.#runs.includes(runId);
  }

  /** From now on it is this run's too; what is kept is void where somebody may have written since, or too old. */
  begin(runId: string, isVoid: boolean): void {
    // What can't be swept away is somebody else's, and makes nothing void valid.
    this.#attempt(() => this.#sweep());
    this.#attempt(() => {
      if (isVoid || this.#jobs.length === 0) this.clear();
      this.#runs.push(runId);
      if (this.#jobs.length > 0) this.#save();
    });
  }

  jobOf(soql: string): KeptJob | null {
    const soqlHash = hashOf(soql);
    return this.#jobs.find((job) => job.soqlHash === soqlHash) ?? null;
  }

  note(soql: string, id: string, createdAt: number): void {
    this.#jobs = [...this.#without(soql), { soqlHash: hashOf(soql), id, createdAt }];
    this.#attempt(() => this.#save());
  }

  forget(soql: string): void {
    this.#jobs = this.#without(soql);
    this.#attempt(() => this.#save());
  }

  /**
   * Before the first write: rows read before it must not be compared with after it.
   * @throws where the next run would believe a file that can't be removed.
   */
  clear(): void {
    this.#jobs = [];
    try {
      rmSync(join(this.#directory, fileName), { force: true });
      this.#settleOnDisk();
      this.#runs = [];
      this.#isOnDisk = false;
      rmSync(this.#directory, { recursive: true, force: true });
    } catch (error) {
      if (this.#isOnDisk) throw error;
      this.#trouble(error);
    }
  }

  /** The same where nothing comes after it. */
  discard(): void {
    this.#attempt(() => this.clear());
  }

  #takeUp(): void {
    const file = join(this.#directory, fileName);
    if (!existsSync(file)) return;
    const { apiVersion, runs, jobs } = content.parse(JSON.parse(readFileSync(file, "utf8")));
    if (apiVersion !== this.#apiVersion) return;
    this.#runs = runs;
    this.#jobs = jobs;
  }

  #save(): void {
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    const kept = { version: 1, apiVersion: this.#apiVersion, runs: this.#runs, jobs: this.#jobs };
    writeWhole(join(this.#directory, fileName), JSON.stringify(kept));
    this.#isOnDisk = true;
  }

  #without(soql: string): KeptJob[] {
    const soqlHash = hashOf(soql);
    return this.#jobs.filter((job) => job.soqlHash !== soqlHash);
  }

  /** After a loss of power the removed file must not be back while what was written stays. */
  #settleOnDisk(): void {
    // Windows opens no directories.
    if (process.platform === "win32" || !existsSync(this.#directory)) return;
    const directory = openSync(this.#directory, "r");
    try {
      fsyncSync(directory);
    } finally {
      closeSync(directory);
    }
  }

  /** What was left for orgs that nobody asks for any more. */
  #sweep(): void {
    if (!existsSync(this.#root)) return;
    for (const entry of readdirSync(this.#root, { withFileTypes: true })) {
      const left = join(this.#root, entry.name);
      const isOurs = entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name);
      if (isOurs && Date.now() - statSync(left).mtimeMs > longestLeftMs) rmSync(left, { recursive: true, force: true });
    }
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#trouble(error);
    }
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
