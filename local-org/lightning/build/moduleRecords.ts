import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A module of the Lightning world: the name that components import and the file that it is. */
export interface ModuleRecord {
  readonly name: string;
  readonly path: string;
}

const SCRIPTS = [".ts", ".js"];

function entryOf(directory: string, name: string): string | null {
  const found = [...SCRIPTS, ".html", ".css"].map((suffix) => join(directory, name, name + suffix)).find(existsSync);
  return found ?? null;
}

/** `directory/<name>/<name>.ts` as modules `namespace/<name>`. */
export function bundlesIn(directory: string, namespace: string): ModuleRecord[] {
  if (!existsSync(directory)) return [];
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const path = entryOf(directory, name);
    return path === null ? [] : [{ name: `${namespace}/${name}`, path }];
  });
}

/** `directory/<name>.ts`: modules that are no components need no folder. */
function scriptsIn(directory: string, namespace: string): ModuleRecord[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ name: `${namespace}/${file.slice(0, -".ts".length)}`, path: join(directory, file) }));
}

/** `directory/<namespace>/…` for every namespace. */
export function namespacesIn(directory: string): ModuleRecord[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [...bundlesIn(join(directory, name), name), ...scriptsIn(join(directory, name), name)]);
}

interface BasePackage {
  readonly lwc: { readonly modules: readonly Partial<ModuleRecord>[]; readonly expose: readonly string[] };
}

/** Ours to use although not exposed: what the components that npm lacks are made of. */
const UNEXPOSED = ["lightning/overlayContainer"];

/**
 * The base components and the `@salesforce` modules that come with them. The package's own `expose` list hides
 * `@salesforce/i18n/*`, so its records are taken one by one.
 */
export function baseModules(): { readonly records: readonly ModuleRecord[]; readonly exposed: readonly string[] } {
  const file = createRequire(import.meta.url).resolve("lightning-base-components/package.json");
  const { lwc } = JSON.parse(readFileSync(file, "utf8")) as BasePackage;
  const root = dirname(file);
  const named = lwc.modules.flatMap(({ name, path }) =>
    name === undefined || path === undefined ? [] : [{ name, path: join(root, path) }],
  );
  const own = bundlesIn(join(root, "src", "lightning"), "lightning");
  return { records: [...own, ...named], exposed: [...lwc.expose, ...UNEXPOSED] };
}
