/** Where the runs of a campaign keep readings that break off, as in production; SOAK_STATE=none: nowhere, broken: where nothing can be kept. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface StateDirectory {
  /** undefined: nothing is kept. */
  readonly path: string | undefined;
  /** As it was at first. */
  empty(): void;
  remove(): void;
}

export function stateDirectory(kind = process.env["SOAK_STATE"] ?? "kept"): StateDirectory {
  if (kind === "none") return { path: undefined, empty: () => undefined, remove: () => undefined };
  const place = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(place, "sync");
  const empty = (): void => {
    rmSync(path, { recursive: true, force: true });
    // A file in the directory's place: as good as a full disk.
    if (kind === "broken") writeFileSync(path, "");
  };
  empty();
  return { path, empty, remove: () => rmSync(place, { recursive: true, force: true }) };
}
