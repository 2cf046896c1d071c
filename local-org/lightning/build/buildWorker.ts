/** Compiles in a thread of its own, so that the org goes on answering meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { buildComponents } from "./buildComponents.ts";
import type { BuiltFiles } from "./buildFiles.ts";
import { NAMES_FILE, type BuildRequest } from "./buildRequest.ts";
import { buildShell, shellNames } from "./buildShell.ts";
import { buildVendor, vendorNames } from "./buildVendor.ts";
import { fileOf } from "./entryModules.ts";

/** The files with a list of where each module stands. */
function withNames(files: BuiltFiles, names: readonly string[]): BuiltFiles {
  const list = Object.fromEntries(names.map((name) => [name, fileOf(name)]));
  return new Map([...files, [NAMES_FILE, JSON.stringify(list)]]);
}

async function build(request: BuildRequest): Promise<BuiltFiles> {
  if (request.kind === "vendor") return withNames(await buildVendor(), vendorNames());
  if (request.kind === "shell") return withNames(await buildShell(), shellNames());
  const { components, facts, provided } = request;
  return withNames(
    await buildComponents(components, facts, new Set(provided)),
    components.map(({ name }) => name),
  );
}

parentPort!.postMessage(await build(workerData as BuildRequest));
