/** Sessions, pressure and the day's allowance, call by call: eight workers at once against an org that goes wrong as told. */
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { apiRoot, openOrg, type Org, type OrgOptions } from "../../sync-service/crm/org.ts";
import { connectionFileOf } from "../journeys/programOrg.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { testPace } from "./testPace.ts";

const WORKERS = 8;
const limits = { method: "GET", path: `${apiRoot}/limits` } as const;

let local: TestOrg;
beforeAll(async () => {
  local = await startOrg();
});
afterEach(() => local.faults.set([]));
afterAll(() => local.close());

const breakDown = (...rules: unknown[]): void => local.faults.set(parseFaultRules({ rules }));
const service = (options: OrgOptions = {}): Org =>
  openOrg(localCredentials(connectionFileOf(local)), { pace: testPace(), ...options });

/** So many calls by eight workers; how each ended. */
async function callMany(org: Org, calls: number): Promise<PromiseSettledResult<unknown>[]> {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const work = async (): Promise<void> => {
    while (outcomes.length < calls) {
      const [outcome] = await Promise.allSettled([org.transport.send(limits)]);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return outcomes;
}

const failed = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.filter(({ status }) => status === "rejected");
const logins = (): number => local.faults.report().calls["token"] ?? 0;

describe("Sessions", () => {
  test("a token that dies every 20 calls under eight at once is renewed once each time", async () => {
    breakDown({ fault: "session-ends", every: 20 });
    expect(failed(await callMany(service(), 400))).toEqual([]);
    const [rule] = local.faults.report().rules;
    // A token may die a second time in calls that were underway when it died.
    expect(rule?.fired).toBeGreaterThan(15);
    expect(logins()).toBeLessThanOrEqual(1 + (rule?.fired ?? 0));
  });

  test("a session that is refused for good ends after two logins, and no call asks again", async () => {
    breakDown({ fault: "session-refused" });
    const org = service();
    const outcomes = await callMany(org, 40);
    expect(failed(outcomes)).toHaveLength(outcomes.length);
    expect(logins()).toBe(2);
    await expect(org.transport.send(limits)).rejects.toMatchObject({ code: "CONFIGURATION", exitCode: 2 });
    expect(logins()).toBe(2);
  });

  test("a session that was good before is renewed at most twice where it is refused for good", async () => {
    breakDown({ fault: "session-refused", nth: 30, times: "always" });
    const org = service();
    expect(failed(await callMany(org, 80)).length).toBeGreaterThan(0);
    expect(logins()).toBeLessThanOrEqual(3);
  });

  test("a refused login is not asked for again until a minute has passed, then two, four, up to fifteen", async () => {
    breakDown({ fault: "login-client-id" });
    const pace = testPace();
    const org = service({ pace });
    const seen: number[] = [];
    for (let minute = 0; minute < 40; minute += 1) {
      await expect(org.transport.send(limits)).rejects.toMatchObject({ exitCode: 2 });
      seen.push(logins());
      await pace.sleep(60_000);
    }
    expect([seen[0], seen[1], seen[2], seen[3], seen[6], seen[7]]).toEqual([1, 2, 2, 3, 3, 4]);
    expect(seen.at(-1)).toBe(6);
    breakDown();
    await pace.sleep(15 * 60_000);
    expect(await org.transport.send(limits)).toMatchObject({ status: 200 });
  });
});

describe("Pressure", () => {
  test("calls at once are halved, and grow again when all is well", async () => {
    breakDown({ fault: "concurrent-limit", nth: 5, times: 2 });
    const org = service();
    expect(failed(await callMany(org, 30))).toEqual([]);
    expect(org.concurrency.limit).toBeLessThanOrEqual(4);
    breakDown();
    await callMany(org, 200);
    expect(org.concurrency.limit).toBe(WORKERS);
  });

  test("what Retry-After asks for is waited", async () => {
    breakDown({ fault: "too-many-requests", nth: 1, times: 3 });
    const pace = testPace();
    await service({ pace }).transport.send(limits);
    expect(pace.waited()).toBe(3000);
  });

  test("an outage is waited out with growing, random waits, and given up after six attempts", async () => {
    breakDown({ fault: "server-unavailable" });
    const pace = testPace();
    const org = service({ pace });
    await expect(org.transport.send(limits)).rejects.toMatchObject({ code: "UNREACHABLE", exitCode: 7 });
    expect(local.faults.report().rules[0]?.fired).toBe(6);
    // 1, 2, 4, 8 and 16 seconds at most, by chance.
    expect(pace.waited()).toBeGreaterThan(3000);
    expect(pace.waited()).toBeLessThan(31_000);
  });

  test("a security policy that can't be checked is asked three times, and named then", async () => {
    breakDown({ fault: "transaction-security" });
    const query = { method: "GET", path: `${apiRoot}/query?q=SELECT+Id+FROM+Account` } as const;
    await expect(service().transport.send(query)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("Exempt from Transaction Security") as string,
    });
    expect(local.faults.report().rules[0]?.fired).toBe(3);
  });
});

describe("The day's allowance", () => {
  test("no more than the calls underway go past 80 %", async () => {
    breakDown({ fault: "api-usage", used: 79_940, allowed: 100_000 });
    const org = service();
    org.budget.beginRun({ orgPercent: 80, runPercent: 25 });
    const outcomes = await callMany(org, 200);
    expect(failed(outcomes)[0]).toMatchObject({ reason: { code: "API_LIMIT", exitCode: 5 } });
    expect(local.faults.report().calls["limits"]).toBeLessThanOrEqual(61);
  });

  test("a run stops at its own share", async () => {
    breakDown({ fault: "api-usage", used: 10, allowed: 400 });
    const org = service();
    org.budget.beginRun({ orgPercent: 80, runPercent: 25 });
    expect(failed(await callMany(org, 150)).length).toBeGreaterThan(0);
    expect(local.faults.report().calls["limits"]).toBeLessThanOrEqual(100);
  });

  test("calls of the run's own record go through", async () => {
    breakDown({ fault: "api-usage", used: 90_000, allowed: 100_000 });
    const org = service();
    await org.transport.send(limits);
    await expect(org.transport.send(limits)).rejects.toMatchObject({ exitCode: 5 });
    expect(await org.transport.send({ ...limits, isExempt: true })).toMatchObject({ status: 200 });
  });
});

test("a call that stands still is given up at its deadline, and made anew", async () => {
  breakDown({ fault: "stall", nth: 1 }, { fault: "no-answer", nth: 1 });
  const org = service({ deadlines: { headersMs: 300, bodyMs: 300 } });
  expect(await org.transport.send(limits)).toMatchObject({ status: 200 });
});
