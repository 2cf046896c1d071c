import { join } from "node:path";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunResult } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { type Difference, differencesOf } from "./differencesOf.ts";
import { readFound } from "./readFound.ts";
import { type Count, runOracle } from "./runOracle.ts";

export interface Comparison {
  readonly fieldsCompared: number;
  readonly differences: readonly Difference[];
  readonly counts: readonly Count[];
}

/** One run of the real service. Where a guard holds it, a person approves the very plan: the guards are not compared. */
async function runService(org: TestOrg): Promise<void> {
  const service = openOrg(localCredentials(join(org.directory.path, "org", "connection.json")), {});
  const parts = { org: service, log: createLogger("silent"), progress: silentProgress };
  let result: RunResult = await runSync(parts, nightly);
  if (result.held !== null) result = await runSync(parts, { ...nightly, approve: result.planHash });
  if (result.status !== "Completed") {
    const failures = result.failures.slice(0, 5).map((failure) => JSON.stringify(failure));
    throw new Error(`The run ended ${result.status}: ${result.held?.reason ?? ""} ${failures.join(" ")}`);
  }
}

/** Lets the service run once over a seed directory, and lists every value that the oracle expects otherwise. */
export async function compareProgramme(directory: string, now: string): Promise<Comparison> {
  const { expected, counts } = await runOracle(directory, now);
  const org = await startOrg({ seed: directory, now });
  try {
    await runService(org);
    const differences = differencesOf(expected, await readFound(org, directory));
    return { fieldsCompared: expected.length, differences, counts };
  } finally {
    await org.close();
  }
}
