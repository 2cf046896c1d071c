/** An org with the sample programme, after one run of the service over it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunResult } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { startOrg } from "../support/withOrg.ts";

export type Fields = Record<string, unknown>;

export interface SampleOrg {
  readonly result: RunResult;
  /** Every row that an administrator finds. */
  readonly records: (soql: string) => Promise<Fields[]>;
  readonly close: () => Promise<void>;
}

const sample = join(import.meta.dirname, "../../data/sample");

export async function sampleOrg(): Promise<SampleOrg> {
  const now = readFileSync(join(sample, "clock.txt"), "utf8").trim();
  const local = await startOrg({ seed: sample, now });
  const org = openOrg(localCredentials(join(local.directory.path, "org", "connection.json")));
  const result = await runSync(
    { org, log: createLogger("silent"), progress: silentProgress },
    { asOf: null, partnerId: null, isDryRun: false, approve: null, mode: "Nightly", requestedRunId: null },
  );
  const { instanceUrl, accessToken } = local.connection;
  const read = async (path: string): Promise<Fields[]> => {
    const answer = await fetch(`${instanceUrl}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const page = (await answer.json()) as { records: Fields[]; nextRecordsUrl?: string };
    return page.nextRecordsUrl === undefined ? page.records : [...page.records, ...(await read(page.nextRecordsUrl))];
  };
  return {
    result,
    records: (soql) => read(`/services/data/v66.0/query?q=${encodeURIComponent(soql)}`),
    close: () => local.close(),
  };
}
