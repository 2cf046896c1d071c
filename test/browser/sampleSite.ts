/** The sample programme after a run of the real service, with its pages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunRequest } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const sample = join(import.meta.dirname, "../../data/sample");

export interface SampleSite {
  readonly instanceUrl: string;
  readonly local: TestOrg;
  /** Runs the service, as the schedule does. */
  readonly run: (request?: Partial<RunRequest>) => Promise<void>;
  /** Id of the record of that name. */
  readonly idOf: (object: string, name: string) => string;
  /** Id of the first record, by id. */
  readonly firstId: (object: string) => string;
  /** Takes every permission set from somebody. */
  readonly withdrawRights: (username: string) => void;
  readonly close: () => Promise<void>;
}

/** The first page has everything built for the browser, which may take long: nobody's journey waits for that. */
async function openOnce(instanceUrl: string): Promise<void> {
  const home = "/lightning/page/home";
  const query = new URLSearchParams({ as: "Partner_Account_Manager", startURL: home }).toString();
  const login = await fetch(`${instanceUrl}/lightning/login?${query}`, { redirect: "manual" });
  const cookie = login.headers.getSetCookie().map((one) => one.split(";")[0]);
  const page = await fetch(`${instanceUrl}${home}`, { headers: { cookie: cookie.join("; ") }, redirect: "manual" });
  if (page.status !== 200) throw new Error(`${page.status} ${await page.text()}`);
}

/** Starts the org with the sample and lets the service run once over it. */
export async function sampleSite(): Promise<SampleSite> {
  const now = readFileSync(join(sample, "clock.txt"), "utf8").trim();
  const local = await startOrg({ seed: sample, now });
  const org = openOrg(localCredentials(join(local.directory.path, "org", "connection.json")));
  const run = async (request: Partial<RunRequest> = {}): Promise<void> => {
    await runSync({ org, log: createLogger("silent"), progress: silentProgress }, { ...nightly, ...request });
  };
  await run();
  await openOnce(local.instanceUrl);
  const id = (sql: string, ...values: string[]): string => {
    const row = local.org.store.db.prepare(sql).get(...values);
    if (!row) throw new Error(`no row: ${sql} ${values.join(" ")}`);
    return String(row["Id"]);
  };
  return {
    instanceUrl: local.instanceUrl,
    local,
    run,
    idOf: (object, name) => id(`SELECT "Id" FROM "${object}" WHERE "Name" = ? AND "IsDeleted" = 0`, name),
    firstId: (object) => id(`SELECT "Id" FROM "${object}" WHERE "IsDeleted" = 0 ORDER BY "Id" LIMIT 1`),
    withdrawRights: (username) => {
      const userId = id(`SELECT "Id" FROM "User" WHERE "Username" = ?`, username);
      local.org.store.db.prepare(`DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?`).run(userId);
    },
    close: () => local.close(),
  };
}
