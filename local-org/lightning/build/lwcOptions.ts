import { createRequire } from "node:module";
import type { RollupLwcOptions } from "@lwc/rollup-plugin";
import lwcPlugin from "@lwc/rollup-plugin";
import type { InputOptions, Plugin } from "rolldown";
import type { ModuleRecord } from "./moduleRecords.ts";

/** The Rollup plugin's types and Rolldown's name the same hooks. */
const lwc = lwcPlugin as unknown as (options: RollupLwcOptions) => Plugin;

const root = createRequire(import.meta.url)
  .resolve("lightning-base-components/package.json")
  .replace(/[^/\\]+$/, "");

/** Compiles those modules. Base components need the two flags: LWC1188 in datatable, attachInternals in combobox. */
export function lwcModules(records: readonly ModuleRecord[], exclude: readonly RegExp[] = []): Plugin {
  return lwc({
    rootDir: root,
    exclude: [...exclude],
    modules: records.map(({ name, path }) => ({ name, path })),
    apiVersion: 66,
    enableDynamicComponents: true,
    enableSyntheticElementInternals: true,
  });
}

/** What every build has in common. */
export const commonInput: InputOptions = {
  platform: "browser",
  moduleTypes: { ".html": "js", ".css": "js" },
  transform: { define: { "process.env.NODE_ENV": '"production"', "import.meta.env.SSR": "false" } },
  // Types are stripped before: no setting of a tsconfig has a say.
  tsconfig: false,
  logLevel: "silent",
};
