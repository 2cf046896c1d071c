import { buildFiles, type BuiltFiles } from "./buildFiles.ts";
import { entryInput, entryModules } from "./entryModules.ts";
import { commonInput, lwcModules } from "./lwcOptions.ts";
import type { ModuleRecord } from "./moduleRecords.ts";
import { platformModules, type PlatformFacts } from "./platformModules.ts";
import { stripTypes } from "./stripTypes.ts";

/** What components may import without bringing it along. */
export type Provided = ReadonlySet<string>;

/** Compiles the package's own components. What they import must exist: an unknown name is an error. */
export async function buildComponents(
  components: readonly ModuleRecord[],
  facts: PlatformFacts,
  provided: Provided,
): Promise<BuiltFiles> {
  if (components.length === 0) return new Map();
  return buildFiles(
    {
      ...commonInput,
      input: entryInput(components.map(({ name }) => name)),
      external: [...provided],
      plugins: [
        entryModules(components),
        platformModules(facts),
        stripTypes(),
        refuseUnknown(new Set(components.map(({ name }) => name))),
        lwcModules(components),
      ],
    },
    // One file: many small ones compress badly, and each is a request of its own.
    { codeSplitting: { groups: [{ name: "own", test: () => true }] } },
  );
}

/** Bare names that nobody provides: Rolldown would leave them to the browser, which says less. */
function refuseUnknown(known: ReadonlySet<string>) {
  return {
    name: "refuse-unknown",
    resolveId(importee: string, importer: string | undefined): null {
      if (/^(?:lightning|force|aura|wire-service|experience|commerce|omnistudio)\//.test(importee))
        throw new Error(`((${importee} of ${importer ?? "?"} is not supported by the local org))`);
      if (/^c\//.test(importee) && !known.has(importee))
        throw new Error(`${importee} of ${importer ?? "?"} does not exist`);
      return null;
    },
  };
}
