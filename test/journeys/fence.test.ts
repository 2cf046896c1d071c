/** What a runner may still do that lost its lease: nothing. */
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg, type Thresholds } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { connectionFileOf, programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

/** Everything that a run writes, and when it was written last. */
const written = [
  "SELECT Id, LastModifiedDate, Partner_Tier__c, Trailing_eARR__c FROM Account ORDER BY Id",
  "SELECT Id, LastModifiedDate, Credit_Status__c FROM Opportunity_Partner__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c FROM Partner_Benefit__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c FROM Partner_Tier_Review__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c, Key__c, Lease_Number__c, Rows_Written__c FROM Partner_Sync_Run__c ORDER BY Id",
];

/** Rows of collections, the ledger's end among them: each behind the lease in one request. */
const isFenced = ({ path }: Exchange) => path.endsWith("/composite");
/** From then on the platform processes a bulk job's rows. */
const isClosing = ({ path, requestBody }: Exchange) =>
  path.includes("/jobs/ingest/") && requestBody.includes("UploadComplete");

describe("A runner that slept through its lease", () => {
  let org: ProgramOrg;
  let proxy: FaultyProxy;
  afterEach(() => close());

  test.each<[string, number, Partial<Thresholds>, (exchange: Exchange) => boolean]>([
    ["each of six requests with rows", 6, {}, isFenced],
    ["it closes each of five bulk jobs", 5, { collectionRows: 0 }, isClosing],
  ])("writes nothing when it wakes up: before %s", async (_moment, moments, thresholds, isMoment) => {
    for (let moment = 1; moment <= moments; moment += 1) {
      const asleep = await start(thresholds, nth(moment, isMoment));
      expect(asleep).not.toBeNull();
      await sleepThroughLease();
      const before = await stateOf();
      await expect(asleep?.wake()).rejects.toMatchObject({ exitCode: expect.any(Number) as number });
      expect(await stateOf()).toEqual(before);
      await close();
    }
    // There is no other moment of that kind.
    expect(await start(thresholds, nth(moments + 1, isMoment))).toBeNull();
  });

  /** One second short of the lease's end nobody may take its place; two later the next runner does. */
  async function sleepThroughLease(): Promise<void> {
    org.local.org.clock.set("2023-12-15T20:01:55Z");
    await expect(successor()).rejects.toMatchObject({ exitCode: 6 });
    org.local.org.clock.set("2023-12-15T20:02:05Z");
    // People went on working: what the sleeper knows is not true any more.
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    await org.update("Account", String(partner?.Id), { Partner_Status__c: "Deactivated" });
    expect(await successor()).toMatchObject({ status: "Completed", rowsFailed: 0 });
  }

  async function close(): Promise<void> {
    await proxy.close();
    await org.close();
  }

  /** A run that stops in its tracks just before a request, as if the machine had been suspended; null: it came to its end. */
  async function start(thresholds: Partial<Thresholds>, isMoment: (exchange: Exchange) => boolean) {
    org = await programOrg(smallProgram(), {
      thresholds,
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
    const alarm = Promise.withResolvers<void>();
    const bed = Promise.withResolvers<void>();
    let isAsleep = false;
    proxy.before = (exchange) => {
      if (isAsleep || !isMoment(exchange)) return Promise.resolve();
      isAsleep = true;
      bed.resolve();
      return alarm.promise;
    };
    const run = org.run();
    const ended = run.then(() => undefined).catch(() => undefined);
    await Promise.race([bed.promise, ended]);
    if (!isAsleep) return null;
    return {
      wake: () => {
        alarm.resolve();
        return run;
      },
    };
  }

  function successor() {
    const other = openOrg(localCredentials(connectionFileOf(org.local)));
    return runSync({ org: other, log: createLogger("silent"), progress: silentProgress }, nightly);
  }

  async function stateOf(): Promise<unknown> {
    return Promise.all(written.map((soql) => org.records(soql)));
  }
});

/** Whether it is the nth exchange of a kind. */
function nth(number: number, isOfKind: (exchange: Exchange) => boolean): (exchange: Exchange) => boolean {
  let seen = 0;
  return (exchange) => isOfKind(exchange) && (seen += 1) === number;
}
