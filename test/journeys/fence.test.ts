/** What a runner may still do that lost its lease: nothing. */
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { connectionFileOf, programOrg, type ProgramOrg, wholeProgram } from "./programOrg.ts";
import { attribution, type Seed, smallProgram } from "./programSeed.ts";

/** Everything that a run writes, and when it was written last. */
const written = [
  "SELECT Id, LastModifiedDate, Partner_Tier__c, Trailing_eARR__c FROM Account ORDER BY Id",
  "SELECT Id, LastModifiedDate, Credit_Status__c FROM Opportunity_Partner__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c FROM Partner_Benefit__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c FROM Partner_Tier_Review__c ORDER BY Id",
  "SELECT Id, LastModifiedDate, Status__c, Key__c, Lease_Number__c, Rows_Written__c FROM Partner_Sync_Run__c ORDER BY Id",
];

const isRowWrite = ({ path, requestBody }: Exchange) =>
  path.endsWith("/composite") && requestBody.includes("/composite/sobjects/");
const isClosing = ({ path, requestBody }: Exchange) =>
  path.includes("/jobs/ingest/") && requestBody.includes("UploadComplete");
const isLedgerWrite = ({ path, requestBody }: Exchange) =>
  path.endsWith("/composite") && requestBody.includes('"Completed"');

describe("A runner that slept through its lease", () => {
  let org: ProgramOrg;
  let proxy: FaultyProxy;
  afterEach(async () => {
    await proxy.close();
    await org.close();
  });

  test.each<[string, () => Seed, (exchange: Exchange) => boolean]>([
    ["before rows of a collection", smallProgram, isRowWrite],
    ["before it closes a bulk job", manyAttributions, isClosing],
    ["before the ledger learns of its end", smallProgram, isLedgerWrite],
  ])("writes nothing when it wakes up: %s", async (_moment, seed, isMoment) => {
    const asleep = await start(seed(), isMoment);
    // One second short of the lease's end nobody may take its place; two later the next runner does.
    org.local.org.clock.set("2023-12-15T20:01:55Z");
    await expect(successor()).rejects.toMatchObject({ exitCode: 6 });
    org.local.org.clock.set("2023-12-15T20:02:05Z");
    expect(await successor()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    // People went on working: what the sleeper knows is not true any more.
    org.local.org.clock.set("2023-12-15T20:30:00Z");
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    await org.update("Account", String(partner?.Id), { Partner_Status__c: "Deactivated" });
    expect(await successor()).toMatchObject({ status: "Completed" });
    const before = await stateOf();
    await expect(asleep.wake()).rejects.toMatchObject({ exitCode: expect.any(Number) as number });
    expect(await stateOf()).toEqual(before);
  });

  /** A run that stops in its tracks just before a request, as if the machine had been suspended. */
  async function start(seed: Seed, isMoment: (exchange: Exchange) => boolean) {
    org = await programOrg(seed, {
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
    expect(isAsleep).toBe(true);
    return {
      wake: () => {
        alarm.resolve();
        return run;
      },
    };
  }

  function successor() {
    const other = openOrg(localCredentials(connectionFileOf(org.local)));
    return runSync({ org: other, log: createLogger("silent"), progress: silentProgress }, wholeProgram);
  }

  async function stateOf(): Promise<unknown> {
    return Promise.all(written.map((soql) => org.records(soql)));
  }
});

/** More verdicts than collections are for: they go through Bulk. */
function manyAttributions(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: 2100 }, (_, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [...(seed.Opportunity ?? []), ...names.map((name) => ({ ...deal, Id: name, Name: name }))],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}
