/** Writes the sample programme: `npm run generate:data`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { sampleFiles } from "./sampleProgramme/sampleProgramme.ts";

const data = fileURLToPath(new URL(".", import.meta.url));
const sample = join(data, "sample");

mkdirSync(sample, { recursive: true });
// A file of an object that the sample no longer has would be loaded all the same.
for (const name of readdirSync(sample).filter((file) => file.endsWith(".csv"))) rmSync(join(sample, name));
const files = sampleFiles();
for (const [path, text] of files) writeFileSync(join(data, path), text);
console.log(`${files.size} files written to ${data}`);
