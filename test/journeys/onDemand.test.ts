/** Requests in number, at bad moments, and for accounts that are no partners. */
import { jest } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunRequest } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { type Schedule, startSchedule } from "../../sync-service/schedule.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

jest.setTimeout(120_000);

const zone = "America/Los_Angeles";

describe("Requests", () => {
  let org: ProgramOrg;
  let proxy: FaultyProxy;
  let schedule: Schedule | null = null;
  let asked: RunRequest[] = [];
  beforeEach(async () => {
    asked = [];
    org = await programOrg(smallProgram(), {
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
  });
  afterEach(async () => {
    proxy.before = () => Promise.resolve();
    await schedule?.stop();
    schedule = null;
    await proxy.close();
    await org.close();
  });

  test("a hundred at once are answered in the order asked, those for one partner by one run", async () => {
    const ids = await partnerIds("Northwind", "Contoso", "Fabrikam");
    for (let at = 0; at < 100; at += 1) await request(ids[at % 3]);
    start();
    const rows = await settled(100);
    expect(rows.map(({ Status__c }) => Status__c)).toEqual(Array.from({ length: 100 }, () => "Completed"));
    expect(asked.map(({ partnerId }) => partnerId)).toEqual(ids);
    const together = rows.filter(({ Summary__c }) => String(Summary__c).startsWith("Answered together"));
    expect(together).toHaveLength(97);
  });

  test("for an account that is no partner and for a deactivated one get their answer, and hinder nobody", async () => {
    const [partner, closed] = await partnerIds("Northwind", "Contoso");
    await org.update("Account", String(closed), { Partner_Status__c: "Deactivated" });
    const customer = await org.create("Account", { Name: "Nobody's partner" });
    for (const account of [customer, closed, partner]) await request(account);
    start();
    const rows = await settled(3);
    expect(rows.map(({ Status__c }) => Status__c)).toEqual(["Failed", "Completed", "Completed"]);
    expect(rows[0]?.["Summary__c"]).toBe(`No partner account has the id ${customer}.`);
  });

  test.each([
    ["reads", isReading],
    ["writes", isWriting],
  ])("made while a full run %s wait for its end, and are then answered with what it wrote", async (_verb, isThere) => {
    const night = await heldNight(isThere);
    const ids = await partnerIds("Northwind", "Contoso", "Northwind");
    for (const id of ids) await request(id);
    start();
    await untilAsked(2);
    expect(await statuses()).toEqual(["Requested", "Requested", "Requested"]);
    night.release();
    expect(await night.ended).toMatchObject({ status: "Completed" });
    const rows = await settled(3);
    expect(rows.map(({ Status__c }) => Status__c)).toEqual(["Completed", "Completed", "Completed"]);
    expect(rows.map(({ Rows_Written__c }) => Rows_Written__c ?? 0)).toEqual([0, 0, 0]);
  });

  test("made while the same service carries out its night come after it, one after the other", async () => {
    const released = Promise.withResolvers<void>();
    proxy.before = (exchange) => (isWriting(exchange) ? released.promise : Promise.resolve());
    start(cronInSeconds(2));
    await untilAsked(1);
    const ids = await partnerIds("Northwind", "Contoso");
    // Cleared before: a look that finds a request waits for the night's end, and no other one follows it.
    proxy.seen.length = 0;
    for (const id of ids) await request(id);
    await until(() => Promise.resolve(proxy.seen.some(isLook)));
    expect(asked.map(({ mode }) => mode)).toEqual(["Nightly"]);
    expect(await statuses()).toEqual(["Requested", "Requested"]);
    released.resolve();
    expect((await settled(2)).map(({ Status__c }) => Status__c)).toEqual(["Completed", "Completed"]);
    expect(asked.flatMap(({ partnerId }) => partnerId ?? [])).toEqual(ids);
  });

  test("whose service dies in the middle are carried out when it is up again", async () => {
    const [partner] = await partnerIds("Northwind");
    await request(partner);
    let isDead = false;
    proxy.before = ({ requestBody }) => {
      isDead ||= requestBody.includes("/composite/sobjects/Partner_Benefit__c");
      if (isDead) throw new Error("dead");
      return Promise.resolve();
    };
    start();
    await untilAsked(1);
    await until(() => Promise.resolve(isDead));
    await schedule?.stop();
    expect(await statuses()).toEqual(["Running"]);
    proxy.before = () => Promise.resolve();
    org.local.org.clock.set("2023-12-15T20:10:00Z");
    // The nightly run finds the dead one's lock, takes it, and puts the request back.
    expect(await org.run()).toMatchObject({ status: "Completed" });
    expect(await statuses()).toEqual(["Requested"]);
    start();
    expect((await settled(1)).map(({ Status__c }) => Status__c)).toEqual(["Completed"]);
  });

  /** A full run that stands still where it reads or writes, its lock held, until it is released. */
  async function heldNight(isThere: (exchange: Exchange) => boolean) {
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    proxy.before = (exchange) => {
      if (!isThere(exchange)) return Promise.resolve();
      arrived.resolve();
      return released.promise;
    };
    const ended = org.run();
    await arrived.promise;
    return { ended, release: () => released.resolve() };
  }

  function start(cron = "0 2 * * *"): void {
    schedule = startSchedule({
      org: org.service,
      log: createLogger("silent"),
      cron,
      timeZone: zone,
      pollSeconds: 0.05,
      run: (asking) => {
        asked.push(asking);
        return runSync({ org: org.service, log: createLogger("silent"), progress: silentProgress }, asking);
      },
    });
  }

  async function request(partnerId: string | undefined): Promise<void> {
    await org.create("Partner_Sync_Run__c", { Partner__c: partnerId, Mode__c: "On Demand", Status__c: "Requested" });
  }

  async function partnerIds(...names: string[]): Promise<string[]> {
    const rows = await org.records("SELECT Id, Name FROM Account");
    return names.map((name) => String(rows.find((row) => row["Name"] === name)?.["Id"]));
  }

  function requests() {
    return org.records(
      "SELECT Id, Status__c, Summary__c, Rows_Written__c FROM Partner_Sync_Run__c WHERE Mode__c = 'On Demand' ORDER BY Id",
    );
  }

  async function statuses(): Promise<unknown[]> {
    return (await requests()).map(({ Status__c }) => Status__c);
  }

  async function settled(count: number) {
    await until(async () => {
      const open = (await statuses()).filter((status) => status === "Requested" || status === "Running");
      return open.length === 0;
    });
    const rows = await requests();
    expect(rows).toHaveLength(count);
    return rows;
  }

  function untilAsked(count: number): Promise<void> {
    return until(() => Promise.resolve(asked.length >= count));
  }
});

/** One moment of today: the scheduler goes by the machine's clock. A night every second would leave requests no room. */
function cronInSeconds(seconds: number): string {
  const [hour, minute, second] = new Date(Date.now() + seconds * 1000)
    .toLocaleTimeString("en-GB", { timeZone: zone })
    .split(":");
  return `${second} ${minute} ${hour} * * *`;
}

function isReading({ path }: Exchange): boolean {
  return path.includes("/query?") && decodeURIComponent(path).includes("FROM Opportunity_Partner__c");
}

/** For requests that wait. */
function isLook({ path }: Exchange): boolean {
  return decodeURIComponent(path.replaceAll("+", " ")).includes("Status__c = 'Requested'");
}

function isWriting({ requestBody }: Exchange): boolean {
  return requestBody.includes("/composite/sobjects/");
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error("It never came to it");
}
