/**
 * Every test of the programme's rules as one suite, for mutation testing only (`docs/mutation.md`):
 * some 50 modules are then loaded once a mutant, not once a test file. Left out are the random
 * properties, which take half the time: whatever a mutant breaks, a named example has to show.
 */
import { readdirSync } from "node:fs";

const isExample = (file: string) => file.endsWith(".test.ts") && file !== "properties.test.ts";
for (const file of readdirSync(import.meta.dirname).filter(isExample)) await import(`./${file}`);
