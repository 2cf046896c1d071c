import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BuiltFiles } from "./buildFiles.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "local-lightning");

/** A build that takes longer than this has died with its process. */
const ABANDONED_MS = 120_000;
const LOOK_AGAIN_MS = 200;

/** A build's files and the key that stands in their address: another content has another address. */
export interface Built {
  readonly key: string;
  readonly files: BuiltFiles;
}

/** Every file below the directories, in order. */
export function filesBelow(directories: readonly string[]): string[] {
  return directories
    .filter(existsSync)
    .flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The key of what is built from those files and from the installed packages. */
export function keyOfFiles(name: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of [join(ROOT, "package-lock.json"), ...files])
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return `${name}-${hash.digest("hex").slice(0, 16)}`;
}

/** True where nothing has to be built for the key. */
export function hasBuild(key: string): boolean {
  return existsSync(join(CACHE, key));
}

function read(directory: string): BuiltFiles {
  return new Map(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")]));
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

/** The build of that key: from the cache, or built now, once for all processes that want it. */
export async function cachedBuild(key: string, build: () => Promise<BuiltFiles>): Promise<Built> {
  const directory = join(CACHE, key);
  if (existsSync(directory)) return { key, files: read(directory) };
  mkdirSync(CACHE, { recursive: true });
  const lock = `${directory}.lock`;
  if (await takeLock(lock, directory))
    try {
      write(directory, await build());
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  return { key, files: read(directory) };
}
