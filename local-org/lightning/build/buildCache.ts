import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BuiltFiles } from "./buildFiles.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "local-lightning");

/** A build that takes longer than this has died with its process. */
const ABANDONED_MS = 120_000;
const LOOK_AGAIN_MS = 200;

/** Every file below the directories, in order. */
export function filesBelow(directories: readonly string[]): string[] {
  return directories
    .filter(existsSync)
    .flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The key of what is built from those files, from the installed packages and from other facts. */
export function keyOfFiles(name: string, files: readonly string[], facts = ""): string {
  const hash = createHash("sha256").update(facts);
  for (const file of [join(ROOT, "package-lock.json"), ...files])
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return `${name}-${hash.digest("hex").slice(0, 16)}`;
}

/** True where nothing has to be built for the key. */
export function hasBuild(key: string): boolean {
  return existsSync(join(CACHE, key));
}

function write(directory: string, files: BuiltFiles): void {
  const draft = `${directory}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const [name, code] of files) writeFileSync(join(draft, name), code);
  try {
    renameSync(draft, directory);
  } catch {
    // Another process was faster; its files are the same.
    rmSync(draft, { recursive: true, force: true });
  }
}

/** True where this process holds the lock; false once another one has finished the build. */
async function takeLock(lock: string, directory: string): Promise<boolean> {
  for (;;) {
    if (existsSync(directory)) return false;
    try {
      mkdirSync(lock);
      return true;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > ABANDONED_MS) rmSync(lock, { recursive: true, force: true });
      else await delay(LOOK_AGAIN_MS);
    }
  }
}

/** Files of the build of that key, which stands in their address: other content has another address. */
export function cachedFile(key: string, name: string): string | null {
  const file = join(CACHE, key, basename(name));
  return existsSync(join(CACHE, basename(key))) && existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Names of the files of a build. */
export function cachedNames(key: string): string[] {
  return readdirSync(join(CACHE, key));
}

/** Builds that nothing has asked for in this time are in nobody's way any more, but in the way. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const directory = join(CACHE, name);
    const age = Date.now() - (statSync(directory, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MS) rmSync(directory, { recursive: true, force: true });
  }
}

/** Sees to it that the build of that key is there: built before, or now, once for all processes that want it. */
export async function ensureBuild(key: string, build: () => Promise<BuiltFiles>): Promise<void> {
  const directory = join(CACHE, key);
  if (existsSync(directory)) return utimesSync(directory, new Date(), new Date());
  mkdirSync(CACHE, { recursive: true });
  const lock = `${directory}.lock`;
  if (await takeLock(lock, directory))
    try {
      write(directory, await build());
      removeOld();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
}
