/**
 * The full campaigns, one after the other: `npm run test:soak`, or `npm run test:soak -- faults` for one by name. What
 * comes behind the name goes to the campaign. Each is a file of this folder, and a process of its own.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const OWN = basename(import.meta.filename);
const campaigns = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== OWN)
  .map((file) => basename(file, ".ts"));

function passes(name: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status, signal } = spawnSync(process.execPath, [file, ...args], { stdio: "inherit" });
  if (signal !== null) console.error(`${name} was ended by ${signal}, not by what it found`);
  return status === 0;
}

const [asked, ...args] = process.argv.slice(2);
if (asked !== undefined && !campaigns.includes(asked)) {
  console.error(`"${asked}" is no campaign; there are ${campaigns.join(", ")}`);
  process.exitCode = 2;
} else {
  const failed = (asked === undefined ? campaigns : [asked]).filter((name) => !passes(name, args));
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
