import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { BuiltFiles } from "./buildFiles.ts";
import type { ModuleRecord } from "./moduleRecords.ts";
import type { PlatformFacts } from "./platformModules.ts";

/** What the thread that compiles is asked for. */
export type BuildRequest =
  | { readonly kind: "vendor" }
  | { readonly kind: "shell" }
  | {
      readonly kind: "own";
      readonly components: readonly ModuleRecord[];
      readonly facts: PlatformFacts;
      readonly provided: readonly string[];
    };

/** The file of a build that says which file is which module. */
export const NAMES_FILE = "names.json";

const WORKER = fileURLToPath(new URL("buildWorker.ts", import.meta.url));

/** Has something compiled. Rejects with what the compiler says. */
export function requestBuild(request: BuildRequest): Promise<BuiltFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: request });
    // Nobody waits for a page any more when the org ends.
    worker.unref();
    worker.once("message", (files: BuiltFiles) => resolve(files));
    worker.once("error", reject);
  });
}
