import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, matchesGlob, relative, sep } from "node:path";
import type { LoadedPackage } from "../loadPackage.ts";
import { type Place, readXml, type XmlElement } from "../metadata/readXml.ts";

/** A file of the package as an org would be sent it, or as a component's source. */
export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
}

/** A package in source format, with what the loader made of it. */
export interface PackageSource {
  readonly directory: string;
  readonly loaded: LoadedPackage;
  /** Code of Lightning components: scripts and templates, tests left out. */
  readonly code: readonly { readonly file: string; readonly text: string }[];
  /** Descriptions (`….js-meta.xml`) of the folders below `lwc/`, by name; null where there is none that can be read. */
  readonly bundles: ReadonlyMap<string, XmlElement | null>;
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Patterns of a .forceignore file as globs: one without a slash is good at any depth. */
function ignoredGlobs(project: string): string[] {
  const file = join(project, ".forceignore");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  const patterns = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  return patterns.map((pattern) => (pattern.includes("/") ? pattern.replace(/^\//, "") : `**/${pattern}`));
}

/** The package's files that go to an org: all but what .forceignore names. */
export function filesToSend(project: string, directory: string): SourceFile[] {
  const globs = ignoredGlobs(project);
  return filesBelow(directory)
    .map((absolute) => ({ absolute, path: relative(project, absolute).split(sep).join("/") }))
    .filter(({ path }) => !globs.some((glob) => matchesGlob(path, glob)));
}

/** Scripts and templates of Lightning components; where a script is written in TypeScript, what is emitted from it is none. */
export function readCode(directory: string): PackageSource["code"] {
  const files = filesBelow(directory).filter((file) => /[/\\]lwc[/\\][^/\\]+[/\\]/.test(file));
  const isOwn = (file: string): boolean => !(file.endsWith(".js") && files.includes(file.replace(/\.js$/, ".ts")));
  return files
    .filter((file) => /\.(ts|js|html)$/.test(file) && !file.includes("__tests__") && isOwn(file))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}

function descriptionOf(file: string): XmlElement | null {
  try {
    return readXml(readFileSync(file, "utf8")).root;
  } catch {
    // The reader of the whole package names a file that is no XML; a missing one is a finding of its own.
    return null;
  }
}

/** The package's Lightning components with what describes each. */
export function bundlesIn(directory: string): Map<string, XmlElement | null> {
  const folders = filesBelow(directory).map((file) => /^.*[/\\]lwc[/\\]([^/\\]+)(?=[/\\])/.exec(file));
  const named = folders.filter((match) => match !== null);
  return new Map(named.map(([folder, name = ""]) => [name, descriptionOf(join(folder, `${name}.js-meta.xml`))]));
}

/** Where an offset of a text is. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
