import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrg, type OrgOptions, type RunningOrg } from "../../local-org/createOrg.ts";

/** A directory of its own for a test, removed afterwards. */
export class TemporaryDirectory {
  readonly path = mkdtempSync(join(tmpdir(), "partner-program-"));

  /** Writes a file below the directory. */
  write(name: string, content: string): string {
    const file = join(this.path, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Rows of a seed by object: a header line and CSV lines. */
export type SeedText = Readonly<Record<string, readonly string[]>>;

/** A fresh local org on a free port with its own directory; `close` removes both. */
export interface TestOrg extends RunningOrg {
  readonly directory: TemporaryDirectory;
}

function writeRows(directory: TemporaryDirectory, seed: SeedText): string {
  const seedDirectory = join(directory.path, "seed");
  mkdirSync(seedDirectory);
  for (const [object, lines] of Object.entries(seed)) directory.write(`seed/${object}.csv`, `${lines.join("\n")}\n`);
  return seedDirectory;
}

/** Starts a local org for one test, seeded with the given rows. */
export async function startOrg(
  options: Omit<OrgOptions, "seed"> & { seed?: string | SeedText } = {},
): Promise<TestOrg> {
  const directory = new TemporaryDirectory();
  const { seed, ...rest } = options;
  const seedDirectory = typeof seed === "object" ? writeRows(directory, seed) : seed;
  const running = await createOrg({
    connectionDirectory: join(directory.path, "org"),
    now: "2023-12-15T10:00:00Z",
    ...rest,
    ...(seedDirectory === undefined ? {} : { seed: seedDirectory }),
  });
  return {
    ...running,
    directory,
    close: async () => {
      await running.close();
      directory.remove();
    },
  };
}
