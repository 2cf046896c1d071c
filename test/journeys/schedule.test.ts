import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "../../sync-service/logger.ts";
import { type Schedule, startSchedule } from "../../sync-service/schedule.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

describe("The schedule", () => {
  let org: ProgramOrg;
  let schedule: Schedule;
  beforeAll(async () => {
    org = await programOrg(smallProgram());
    schedule = startSchedule({
      org: org.service,
      log: createLogger("silent"),
      cron: "0 2 * * *",
      timeZone: "America/Los_Angeles",
      pollSeconds: 0.05,
      run: org.run,
    });
  });
  afterAll(async () => {
    await schedule.stop();
    await org.close();
  });

  test("carries out a run that somebody asks for, for that partner alone", async () => {
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    const id = await org.create("Partner_Sync_Run__c", {
      Partner__c: partner?.Id,
      Mode__c: "On Demand",
      Status__c: "Requested",
    });
    expect(await outcomeOf(org, id)).toMatchObject({ Status__c: "Completed", Partners_Evaluated__c: 1 });
    const changed = await org.records("SELECT Name FROM Account WHERE Trailing_eARR__c != null");
    expect(changed).toMatchObject([{ Name: "Northwind" }]);
  });

  test("answers a request for an account that is no partner, and does not ask again", async () => {
    const customer = await org.create("Account", { Name: "A customer" });
    const id = await org.create("Partner_Sync_Run__c", {
      Partner__c: customer,
      Mode__c: "On Demand",
      Status__c: "Requested",
    });
    expect(await outcomeOf(org, id)).toMatchObject({ Status__c: "Failed" });
    const [row] = await org.records(`SELECT Summary__c FROM Partner_Sync_Run__c WHERE Id = '${id}'`);
    expect(row).toMatchObject({ Summary__c: `No partner account has the id ${customer}.` });
  });
});

async function outcomeOf(org: ProgramOrg, id: string): Promise<unknown> {
  const soql = `SELECT Status__c, Partners_Evaluated__c FROM Partner_Sync_Run__c WHERE Id = '${id}'`;
  for (let look = 0; look < 100; look += 1) {
    const [row] = await org.records(soql);
    if (row?.Status__c !== "Requested" && row?.Status__c !== "Running") return row;
    await sleep(50);
  }
  return null;
}
