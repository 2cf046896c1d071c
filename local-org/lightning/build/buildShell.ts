import { fileURLToPath } from "node:url";
import { buildFiles, type BuiltFiles } from "./buildFiles.ts";
import { entryInput, entryModules } from "./entryModules.ts";
import { commonInput, lwcModules } from "./lwcOptions.ts";
import { namespacesIn, type ModuleRecord } from "./moduleRecords.ts";
import { platformModules } from "./platformModules.ts";
import { stripTypes } from "./stripTypes.ts";
import { vendorNames } from "./buildVendor.ts";

/** Where the browser's side of the local org stands: what npm's base components lack, and the pages around them. */
export const HARNESS = fileURLToPath(new URL("../harness/modules/", import.meta.url));

const PUBLIC = /^(?:lightning|force)\/|^shell\/main$/;

export function shellModules(): readonly ModuleRecord[] {
  return namespacesIn(HARNESS);
}

/** Names that components may import from the shell build. */
export function shellNames(): readonly string[] {
  return shellModules()
    .map(({ name }) => name)
    .filter((name) => PUBLIC.test(name));
}

/** Compiles the pages around components and the modules that the platform supplies. */
export function buildShell(): Promise<BuiltFiles> {
  const modules = shellModules();
  const own = new Set(modules.map(({ name }) => name));
  return buildFiles({
    ...commonInput,
    input: entryInput(shellNames()),
    external: vendorNames().filter((name) => !own.has(name)),
    plugins: [
      entryModules(modules),
      platformModules({ labels: new Map(), customPermissions: new Set(), schemaNames: new Map() }),
      stripTypes(),
      // Plain scripts, which load components by names that only the page knows: the compiler allows literals alone.
      lwcModules(modules, [/modules.local/]),
    ],
  });
}
