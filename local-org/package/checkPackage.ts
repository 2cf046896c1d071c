/** Checks the package without an org, and builds what one would be sent: `npm run check:package`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, printFinding } from "../metadata/metadataError.ts";
import { readArchive } from "../metadata/readArchive.ts";
import { type BuiltPackage, buildPackage } from "./buildPackage.ts";
import { findPackageFaults } from "./findPackageFaults.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(PROJECT, "force-app");
const OUTPUT = join(PROJECT, ".package");

/** Components' scripts are written in TypeScript; an org takes only what is emitted from it. */
function emitScripts(): void {
  execFileSync("npm", ["run", "--silent", "build:lwc"], { cwd: PROJECT, stdio: "inherit" });
}

/** Reads the archive as an org would: what package.xml names must be there, and nothing may be unreadable. */
function findArchiveFaults({ zip }: BuiltPackage): Finding[] {
  const archive = readArchive(zip);
  const missing = archive.deployed
    .filter(({ file }) => file === null)
    .map(({ type, fullName }) => ({ file: "package.xml", reason: `${type} "${fullName}" is not in the archive` }));
  return [...archive.findings, ...missing];
}

function write({ files, zip }: BuiltPackage): void {
  rmSync(OUTPUT, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = join(OUTPUT, "package", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(join(OUTPUT, "package.zip"), zip);
}

function main(): void {
  emitScripts();
  const faults = findPackageFaults(`${PACKAGE}/`);
  const built = buildPackage(PROJECT, PACKAGE);
  faults.push(...findArchiveFaults(built));
  for (const { file, ...rest } of faults)
    console.error(printFinding({ ...rest, file: file.startsWith("/") ? relative(PROJECT, file) : file }));
  write(built);
  const count = [...built.members.values()].reduce((sum, names) => sum + names.length, 0);
  console.log(
    `${faults.length} findings. ${count} components of ${built.members.size} types in ${relative(PROJECT, OUTPUT)}/package.zip (${built.zip.length} bytes)`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main();
