import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg, type Org } from "../../sync-service/crm/org.ts";
import { type Credentials, requestToken } from "../../sync-service/crm/token.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { programState } from "../kill/programState.ts";
import { bulkRows, CutOffNight, isJob, isNewJob, isPage, type ProgramState, soon } from "./cutOffNight.ts";
import { connectionFileOf, programOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

const isPageList = ({ path }: { readonly path: string }): boolean => path.includes("/resultPages");

let expected: ProgramState;
let night: CutOffNight;

beforeAll(async () => {
  expected = await CutOffNight.undisturbed();
});

afterEach(() => night.close());

describe("A reading whose pages are fetched several at once", () => {
  /** In two lists, of five pages and of two. */
  const pageRows = 300;
  const pages = Math.ceil(bulkRows / pageRows);

  test("goes on from six of its seven pages", async () => {
    const whole = 6;
    night = await CutOffNight.begin({ pageSize: pageRows, thresholds: { pageRows } });
    await night.cutOffAfter(whole);
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(0);
    expect(night.calls(isPage)).toBe(pages - whole);
    expect(night.calls(isPageList)).toBe(2);
  });
});

describe("A reading that was split by id, because the platform gave the whole query up", () => {
  const mostRows = 700;

  test("goes on from two pages with the jobs that it has", async () => {
    const whole = 2;
    night = await CutOffNight.begin({ pageSize: 400 });
    const split = giveUpAbove(mostRows);
    await night.cutOffAfter(whole);
    const jobs = night.calls(isNewJob);
    expect(split.givenUp.size).toBeGreaterThan(1);
    expect(split.served.size).toBeGreaterThan(2);
    expect(jobs).toBe(split.givenUp.size + split.served.size);
    const pages = [...split.served.values()].reduce((sum, rows) => sum + Math.max(1, Math.ceil(rows / 400)), 0);
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(0);
    expect(night.calls(isPage)).toBe(pages - whole);
  });

  /** Every job with more rows fails as one that took the platform too long. */
  function giveUpAbove(most: number) {
    const givenUp = new Set<string>();
    const served = new Map<string, number>();
    night.proxy.meddle = (exchange, answer) => {
      if (!isJob(exchange)) return;
      const job = JSON.parse(answer.body) as { id: string; state: string; numberRecordsProcessed?: number };
      if (job.state !== "JobComplete") return;
      const rows = job.numberRecordsProcessed ?? 0;
      if (rows <= most) return void served.set(job.id, rows);
      givenUp.add(job.id);
      const errorMessage = "The query was retried more than 15 times";
      answer.body = JSON.stringify({ ...job, state: "Failed", errorMessage });
    };
    return { givenUp, served };
  }
});

describe("A state directory with another one's checkpoint", () => {
  beforeEach(async () => {
    night = await CutOffNight.begin({ pageSize: 700 });
  });

  test("has a place for each login to each org, so that none takes up another's", () => {
    const logins: readonly Credentials[] = [
      { kind: "jwt", loginUrl: "https://a.example", clientId: "app", username: "user", privateKey: "" },
      { kind: "jwt", loginUrl: "https://b.example", clientId: "app", username: "user", privateKey: "" },
      { kind: "jwt", loginUrl: "https://a.example", clientId: "other", username: "user", privateKey: "" },
      { kind: "jwt", loginUrl: "https://a.example", clientId: "app", username: "other", privateKey: "" },
      { kind: "client credentials", loginUrl: "https://a.example", clientId: "app", clientSecret: "s" },
      { kind: "token", loginUrl: "https://a.example", accessToken: "one" },
      { kind: "token", loginUrl: "https://a.example", accessToken: "another" },
      { kind: "token", loginUrl: "https://b.example", accessToken: "one" },
    ];
    const names = logins.map((login) => openOrg(login, { stateDirectory: night.state }).checkpointPlace?.name);
    expect(new Set(names).size).toBe(logins.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/);
  });

  test("of another login to the org is left to that login", async () => {
    await night.cutOffAfter(2);
    const left = night.kept();
    night.proxy.seen.length = 0;
    night.org.local.org.clock.set(soon);
    const session = await requestToken(localCredentials(connectionFileOf(night.org.local)), night.org.service.clock);
    await runAs({ kind: "token", loginUrl: night.proxy.url, accessToken: session.accessToken });
    expect([night.calls(isNewJob), night.calls(isPage)]).toEqual([1, 3]);
    expect(night.kept()).toEqual(left);
    expect(await programState(night.org)).toEqual(expected);
  });

  test("of another org is left to that org", async () => {
    await night.cutOffAfter(2);
    const left = night.kept();
    const other = await programOrg(smallProgram(), { stateDirectory: night.state });
    const alone = await programOrg(smallProgram());
    await Promise.all([other.run(), alone.run()]);
    expect(await programState(other)).toEqual(await programState(alone));
    await Promise.all([other.close(), alone.close()]);
    expect(night.kept()).toEqual(left);
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(0);
  });

  test("of another policy decides nothing: rows are judged by the policy that is in force", async () => {
    const changed = async (one: CutOffNight): Promise<void> => {
      one.org.local.org.store.db.exec(`UPDATE "Partner_Program_Policy__mdt" SET "Trailing_Window_Days__c" = 30`);
      return Promise.resolve();
    };
    const undisturbed = await CutOffNight.begin({ pageSize: 700 });
    await changed(undisturbed);
    undisturbed.org.local.org.clock.set(soon);
    await undisturbed.org.run();
    const other = await programState(undisturbed.org);
    await undisturbed.close();
    expect(other).not.toEqual(expected);
    await night.cutOffAfter(2);
    await changed(night);
    await night.again(other);
  });

  async function runAs(credentials: Credentials): Promise<void> {
    const org: Org = openOrg(credentials, { stateDirectory: night.state });
    const parts = { org, log: createLogger("silent"), progress: silentProgress };
    expect(await runSync(parts, nightly)).toMatchObject({ exitCode: 0 });
  }
});
