import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import winston from "winston";
import { programState } from "../kill/programState.ts";
import { killScenarios } from "../kill/killScenarios.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";

const scenario = killScenarios.find(({ pageSize }) => pageSize !== undefined);
/** Of the one large query: 2,057 rows in pages of 700. */
const pages = 3;
/** Later than a dead run's lease. */
const soon = "2023-12-15T20:10:00Z";
/** Later than rows may be old. */
const tooLate = "2023-12-15T20:31:00Z";

const isNewJob = ({ method, path }: Exchange): boolean => method === "POST" && path.endsWith("/jobs/query");
const isPage = ({ path }: Exchange): boolean => /\/jobs\/query\/\w+\/results/.test(path);
const isJob = ({ method, path }: Exchange): boolean => method === "GET" && /\/jobs\/query\/\w+$/.test(path);

interface Night {
  readonly org: ProgramOrg;
  readonly proxy: FaultyProxy;
  readonly state: string;
  readonly logged: string[];
  readonly close: () => Promise<void>;
}

let expected: Awaited<ReturnType<typeof programState>>;
let night: Night;

beforeAll(async () => {
  const undisturbed = await begin();
  undisturbed.org.local.org.clock.set(soon);
  await undisturbed.org.run();
  expected = await programState(undisturbed.org);
  await undisturbed.close();
});

beforeEach(async () => {
  night = await begin();
});

afterEach(() => night.close());

describe("A run that follows one that was cut off while it read", () => {
  test.each([0, 1, 2])("after %i pages makes no new query job and fetches only the other pages", async (whole) => {
    await cutOffAfter(whole);
    await again(soon);
    expect(calls(isNewJob)).toBe(0);
    expect(calls(isPage)).toBe(pages - whole);
    expect(night.logged).toContain("goes on from a checkpoint");
  });

  test("makes everything anew where the state directory is gone, and comes to the same", async () => {
    await cutOffAfter(2);
    rmSync(night.state, { recursive: true });
    await again(soon);
    expect(calls(isNewJob)).toBe(1);
    expect(calls(isPage)).toBe(pages);
  });

  test("makes a new job where Salesforce has it no more", async () => {
    await cutOffAfter(2);
    let isGone = true;
    night.proxy.meddle = (exchange, answer) => {
      if (!isJob(exchange) || !isGone) return;
      isGone = false;
      Object.assign(answer, { status: 404, body: JSON.stringify([{ errorCode: "NOT_FOUND", message: "gone" }]) });
    };
    await again(soon);
    expect(calls(isNewJob)).toBe(1);
    expect(calls(isPage)).toBe(pages);
  });

  test("makes a new job where its rows would be older than half an hour", async () => {
    await cutOffAfter(2);
    await again(tooLate);
    expect(calls(isNewJob)).toBe(1);
  });

  test("makes a new job where another run was at work in between", async () => {
    await cutOffAfter(2);
    night.org.local.org.clock.set(soon);
    const [partner] = await night.org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    await night.org.run({ partnerId: String(partner?.Id), mode: "On Demand" });
    await again(soon);
    expect(calls(isNewJob)).toBe(1);
  });

  test("makes a new job where rows came in between", async () => {
    await cutOffAfter(2);
    const [row] = await night.org.records("SELECT Id FROM Opportunity_Partner__c WHERE Opportunity__r.Name = 'Many7'");
    await night.org.remove("Opportunity_Partner__c", String(row?.Id));
    night.org.local.org.clock.set(soon);
    night.proxy.seen.length = 0;
    expect(await night.org.run()).toMatchObject({ exitCode: 0 });
    expect(calls(isNewJob)).toBe(1);
  });

  test.each(["jobs.json cut short", "a page cut short", "a page with other bytes"])(
    "goes on without what is damaged: %s",
    async (damage) => {
      await cutOffAfter(2);
      const files = kept();
      const [page] = files.filter((file) => existsSync(`${file}.json`));
      const [file, content] = damage.startsWith("jobs")
        ? [files.find((name) => name.endsWith("jobs.json")), '{"version":1,']
        : [page, damaged(String(page), damage)];
      writeFileSync(String(file), content);
      await again(soon);
      const isJobLost = damage.startsWith("jobs");
      expect(calls(isNewJob)).toBe(isJobLost ? 1 : 0);
      expect(calls(isPage)).toBe(isJobLost ? pages : pages - 1);
      const warning = "checkpoint can't be kept or read; the run goes on without";
      expect(night.logged.filter((message) => message === warning)).toHaveLength(isJobLost ? 1 : 0);
    },
  );
});

describe("A checkpoint", () => {
  test("is readable by its owner alone and holds no token", async () => {
    await cutOffAfter(2);
    const files = kept();
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
    const { accessToken, clientSecret } = night.org.local.connection;
    const text = files.map((file) => readFileSync(file, "latin1")).join("\n");
    for (const secret of [accessToken, clientSecret]) expect(text).not.toContain(secret);
  });

  test("is gone before the first row is written", async () => {
    const before: boolean[] = [];
    night.proxy.before = ({ method, path, requestBody }) => {
      const isWrite = method !== "GET" && /Credit_Status__c/.test(requestBody + path);
      if (isWrite) before.push(existsSync(join(night.state)) && kept().length > 0);
      return Promise.resolve();
    };
    await again(soon);
    expect(before.length).toBeGreaterThan(0);
    expect(before).not.toContain(true);
  });

  test("that can't be kept stops no run, and is told of once", async () => {
    rmSync(night.state, { recursive: true });
    writeFileSync(night.state, "no directory");
    await again(soon);
    expect(night.logged.filter((message) => message.startsWith("checkpoint can't"))).toHaveLength(1);
  });
});

async function begin(): Promise<Night> {
  if (!scenario) throw new Error("no night in bulk");
  const state = mkdtempSync(join(tmpdir(), "state-"));
  const logged: string[] = [];
  const proxies: FaultyProxy[] = [];
  const org = await programOrg(scenario.seed(), {
    pageSize: 700,
    stateDirectory: state,
    log: logInto(logged),
    proxy: async (url) => {
      const proxy = await faultyProxy(url);
      proxies.push(proxy);
      return proxy.url;
    },
  });
  const [proxy] = proxies;
  if (!proxy) throw new Error("no proxy");
  const close = async (): Promise<void> => {
    await proxy.close();
    await org.close();
    rmSync(state, { recursive: true, force: true });
  };
  return { org, proxy, state, logged, close };
}

/** As a process that is gone: from one page on nothing gets through any more, not even the end of the run. */
async function cutOffAfter(whole: number): Promise<void> {
  const { proxy, org } = night;
  let asked = 0;
  proxy.before = (exchange) => {
    if (isPage(exchange)) asked += 1;
    if (asked > whole) throw new Error("cut");
    return Promise.resolve();
  };
  await expect(org.run()).rejects.toMatchObject({ exitCode: 7 });
  proxy.before = () => Promise.resolve();
}

async function again(at: string): Promise<void> {
  night.org.local.org.clock.set(at);
  night.proxy.seen.length = 0;
  expect(await night.org.run()).toMatchObject({ exitCode: 0 });
  expect(await programState(night.org)).toEqual(expected);
  expect(existsSync(night.state) && statSync(night.state).isDirectory() ? kept() : []).toEqual([]);
}

function calls(kind: (exchange: Exchange) => boolean): number {
  return night.proxy.seen.filter(kind).length;
}

function kept(): string[] {
  return readdirSync(night.state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function damaged(file: string, damage: string): Buffer {
  const bytes = readFileSync(file);
  return damage.endsWith("cut short") ? bytes.subarray(0, 50) : Buffer.concat([bytes.subarray(1), Buffer.from("x")]);
}

function logInto(logged: string[]): winston.Logger {
  const stream = new Writable({
    objectMode: true,
    write: ({ message }: { message: string }, _encoding, done) => {
      logged.push(message);
      done();
    },
  });
  return winston.createLogger({ transports: [new winston.transports.Stream({ stream })] });
}
