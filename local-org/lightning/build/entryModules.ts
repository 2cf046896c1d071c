import type { Plugin } from "rolldown";
import type { ModuleRecord } from "./moduleRecords.ts";

/** File of a module in a build's output: `lightning/button` is `lightning-button.js`. */
export function fileOf(name: string): string {
  return `${name.replace(/[^\w.]+/g, "-").replace(/^-/, "")}.js`;
}

/** Entries by module name, which LWC's own plugin resolves for importers only. */
export function entryModules(records: readonly ModuleRecord[]): Plugin {
  const paths = new Map(records.map(({ name, path }) => [name, path]));
  return {
    name: "entry-modules",
    resolveId(importee, importer) {
      const path = importer === undefined ? paths.get(importee) : undefined;
      if (path === undefined) return null;
      return /^[a-z]\w*\/\w+$/i.test(importee) ? `${path}?specifier=${importee}` : path;
    },
  };
}

/** `input` of a build whose entries are those modules. */
export function entryInput(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [fileOf(name).replace(/\.js$/, ""), name]));
}
