import { RunLockedError } from "../../sync-service/run/runErrors.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
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

  test("lets one of two runs at once through", async () => {
    const outcomes = await Promise.allSettled([org.run(), org.run()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

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
