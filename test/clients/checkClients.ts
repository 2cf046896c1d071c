/** Runs the sf CLI's commands against a fresh local org and compares what they print with what was put in: `npm run check:clients`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrg } from "../../local-org/createOrg.ts";
import { bulkSteps } from "./bulkSteps.ts";
import type { ClientStep, World } from "./clientStep.ts";
import { deploySteps } from "./deploySteps.ts";
import { loginSteps } from "./loginSteps.ts";
import { orgSteps } from "./orgSteps.ts";
import { recordSteps } from "./recordSteps.ts";
import { SfCli } from "./sfCli.ts";
import { treeSteps } from "./treeSteps.ts";

const STEPS: readonly ClientStep[] = [
  ...loginSteps,
  ...orgSteps,
  ...recordSteps,
  ...treeSteps,
  ...bulkSteps,
  ...deploySteps,
];

/** null = as expected. */
async function faultOf(step: ClientStep, world: World): Promise<string | null> {
  try {
    await step.run(world);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function check(world: World): Promise<number> {
  let failed = 0;
  for (const step of STEPS) {
    const fault = await faultOf(step, world);
    if (fault !== null) failed += 1;
    console.log(`${fault === null ? "ok    " : "FAILED"}  sf ${step.command}: ${step.sentence}`);
    if (fault !== null) console.log(fault.replace(/^/gm, "            "));
  }
  console.log(`${STEPS.length - failed} of ${STEPS.length} as expected`);
  return failed;
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "check-clients-"));
  const clean = (): void => rmSync(directory, { recursive: true, force: true });
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      clean();
      process.exit(1);
    });
  const org = await createOrg({ connectionDirectory: join(directory, "org") });
  try {
    const sf = await SfCli.fetch(directory);
    const failed = await check({ sf, org, notes: new Map() });
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await org.close();
    clean();
  }
}

await main();
