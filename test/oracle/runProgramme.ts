import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, compareProgramme } from "./compareProgramme.ts";
import { randomProgramme } from "./randomProgramme.ts";

/** Makes the random programme of a number, compares service and oracle on it, and removes it. */
export async function runProgramme(seed: number): Promise<Comparison> {
  const directory = mkdtempSync(join(tmpdir(), "partner-oracle-"));
  try {
    const { now } = randomProgramme(seed, directory);
    return await compareProgramme(directory, now);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
