import { openOrg, type Org } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { RunLockedError } from "../../sync-service/run/runErrors.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { programState } from "../kill/programState.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { clientCredentials, programOrg, type ProgramOptions, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

describe("The lock", () => {
  let org: ProgramOrg;
  beforeEach(async () => {
    org = await programOrg({ ...smallProgram(), Partner_Sync_Run__c: [] });
  });
  afterEach(() => org.close());

  test("keeps a second run out while the holder is heard of", async () => {
    await holdLock(org, "2023-12-15T19:59:30Z");
    await expect(org.run()).rejects.toThrow(RunLockedError);
    await expect(org.run()).rejects.toMatchObject({ exitCode: 6 });
    expect(await org.records("SELECT Id FROM Account WHERE Trailing_eARR__c != null")).toEqual([]);
  });

  test("is taken from a holder that was not heard of for two minutes", async () => {
    const holder = await holdLock(org, "2023-12-15T19:55:00Z");
    expect(await org.run()).toMatchObject({ status: "Completed" });
    const runs = await org.records("SELECT Id, Status__c, Lease_Number__c, Key__c FROM Partner_Sync_Run__c");
    expect(runs.find(({ Id }) => Id === holder)).toMatchObject({ Status__c: "Failed", Lease_Number__c: 5 });
    expect(runs.find(({ Id }) => Id !== holder)).toMatchObject({ Status__c: "Completed", Lease_Number__c: 5 });
  });
});

describe("Two runners at once", () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  test("of two one works, and the other ends with code 6 and has sent not one row", async () => {
    const alone = await opened({});
    await alone.run();
    const runners: Runner[] = [];
    const org = await opened({
      proxy: async (url) => {
        const runner = await runnerAt(url);
        runners.push(runner);
        return runner.proxy.url;
      },
    });
    runners.push(await runnerAt(org.local.instanceUrl, org));
    const ended = await atOnce(org, runners);
    expect(ended.map(({ exitCode }) => exitCode).sort()).toEqual([0, 6]);
    const [winner, loser] = ended[0]?.exitCode === 0 ? ended : [...ended].reverse();
    expect(loser).toMatchObject({ rowsWritten: 0, sent: [] });
    expect(winner?.rowsWritten).toBeGreaterThan(0);
    expect(winner?.sent.length).toBeGreaterThan(0);
    expect(await programState(org)).toEqual(await programState(alone));
    const ledger = await org.records("SELECT Status__c, Rows_Written__c FROM Partner_Sync_Run__c");
    expect(ledger).toMatchObject([{ Status__c: "Completed", Rows_Written__c: winner?.rowsWritten }]);
  });

  async function opened(options: ProgramOptions): Promise<ProgramOrg> {
    const org = await programOrg({ ...smallProgram(), Partner_Sync_Run__c: [] }, options);
    closing.push(() => org.close());
    return org;
  }

  /** A process of its own, as far as the org can tell: its own session, behind its own proxy. */
  async function runnerAt(url: string, org?: ProgramOrg): Promise<Runner> {
    const proxy = await faultyProxy(url);
    closing.push(() => proxy.close());
    const service = org && openOrg(clientCredentials(org.local, proxy.url));
    return { proxy, service };
  }
});

interface Runner {
  readonly proxy: FaultyProxy;
  /** none = the org's own. */
  readonly service: Org | undefined;
}

/** Whoever has the lock waits with its first row until the other has ended, or has come as far as itself. */
async function atOnce(org: ProgramOrg, runners: readonly Runner[]) {
  const { promise: goOn, resolve } = Promise.withResolvers<void>();
  const arrived = new Set<Runner>();
  for (const runner of runners)
    runner.proxy.before = (exchange) => {
      if (!isRowWrite(exchange)) return Promise.resolve();
      if (arrived.add(runner).size === runners.length) resolve();
      return goOn;
    };
  return Promise.all(
    runners.map(async ({ proxy, service }) => {
      const result = await runOf(service ?? org.service)
        .catch((error: unknown) => ({ rowsWritten: 0, exitCode: (error as RunLockedError).exitCode }))
        .finally(resolve);
      const { exitCode, rowsWritten } = result;
      return { exitCode, rowsWritten, sent: proxy.seen.filter(isRowWrite) };
    }),
  );
}

function runOf(org: Org) {
  return runSync({ org, log: createLogger("silent"), progress: silentProgress }, nightly);
}

/** Anything that changes rows: neither a login nor the record of the run itself, which is the lock. */
function isRowWrite({ method, path }: Exchange): boolean {
  return method !== "GET" && !path.includes("/oauth2/") && !path.includes("/sobjects/Partner_Sync_Run__c");
}

/** A run of some other process, as its record stands; written by the service's own user. */
async function holdLock(org: ProgramOrg, heartbeatAt: string): Promise<string> {
  const { createRun } = await import("../../sync-service/crm/runRecord.ts");
  return createRun(org.service, {
    key: "active",
    status: "Running",
    mode: "Nightly",
    startedAt: "2023-12-15T19:50:00Z",
    heartbeatAt,
    leaseNumber: 4,
    runner: "another-machine",
  });
}
