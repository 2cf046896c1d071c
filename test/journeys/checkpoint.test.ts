import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { CutOffNight, isJob, isNewJob, isPage, type ProgramState, soon } from "./cutOffNight.ts";

/** Of the one large query: 2,057 rows in pages of 700. */
const pages = 3;
/** Later than rows may be old. */
const tooLate = "2023-12-15T20:31:00Z";

let expected: ProgramState;
let night: CutOffNight;

beforeAll(async () => {
  expected = await CutOffNight.undisturbed();
});

beforeEach(async () => {
  night = await CutOffNight.begin({ pageSize: 700 });
});

afterEach(() => night.close());

describe("A run that follows one that was cut off while it read", () => {
  test.each([0, 1, 2])("after %i pages makes no new query job and fetches only the other pages", async (whole) => {
    await night.cutOffAfter(whole);
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(0);
    expect(night.calls(isPage)).toBe(pages - whole);
    expect(night.logged).toContain("goes on from a checkpoint");
  });

  test("makes everything anew where the state directory is gone, and comes to the same", async () => {
    await night.cutOffAfter(2);
    rmSync(night.state, { recursive: true });
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(1);
    expect(night.calls(isPage)).toBe(pages);
  });

  test("makes a new job where Salesforce has it no more", async () => {
    await night.cutOffAfter(2);
    let isGone = true;
    night.proxy.meddle = (exchange, answer) => {
      if (!isJob(exchange) || !isGone) return;
      isGone = false;
      Object.assign(answer, { status: 404, body: JSON.stringify([{ errorCode: "NOT_FOUND", message: "gone" }]) });
    };
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(1);
    expect(night.calls(isPage)).toBe(pages);
  });

  test("makes a new job where its rows would be older than half an hour", async () => {
    await night.cutOffAfter(2);
    await night.again(expected, tooLate);
    expect(night.calls(isNewJob)).toBe(1);
  });

  test("makes a new job where another run was at work in between", async () => {
    await night.cutOffAfter(2);
    night.org.local.org.clock.set(soon);
    const [partner] = await night.org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    await night.org.run({ partnerId: String(partner?.Id), mode: "On Demand" });
    await night.again(expected);
    expect(night.calls(isNewJob)).toBe(1);
  });

  test("makes a new job where rows came in between", async () => {
    await night.cutOffAfter(2);
    const [row] = await night.org.records("SELECT Id FROM Opportunity_Partner__c WHERE Opportunity__r.Name = 'Many7'");
    await night.org.remove("Opportunity_Partner__c", String(row?.Id));
    night.org.local.org.clock.set(soon);
    night.proxy.seen.length = 0;
    expect(await night.org.run()).toMatchObject({ exitCode: 0 });
    expect(night.calls(isNewJob)).toBe(1);
  });

  test.each(["jobs.json cut short", "a page cut short", "a page with other bytes"])(
    "goes on without what is damaged: %s",
    async (damage) => {
      await night.cutOffAfter(2);
      const files = night.kept();
      const [page] = files.filter((file) => existsSync(`${file}.json`));
      const [file, content] = damage.startsWith("jobs")
        ? [files.find((name) => name.endsWith("jobs.json")), '{"version":1,']
        : [page, damaged(String(page), damage)];
      writeFileSync(String(file), content);
      await night.again(expected);
      const isJobLost = damage.startsWith("jobs");
      expect(night.calls(isNewJob)).toBe(isJobLost ? 1 : 0);
      expect(night.calls(isPage)).toBe(isJobLost ? pages : pages - 1);
      const warning = "checkpoint can't be kept or read; the run goes on without";
      expect(night.logged.filter((message) => message === warning)).toHaveLength(isJobLost ? 1 : 0);
    },
  );
});

describe("A checkpoint", () => {
  test("is readable by its owner alone and holds no token", async () => {
    await night.cutOffAfter(2);
    const files = night.kept();
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
    const { accessToken, clientSecret } = night.org.local.connection;
    const text = files.map((file) => readFileSync(file, "latin1")).join("\n");
    for (const secret of [accessToken, clientSecret]) expect(text).not.toContain(secret);
  });

  test("is gone before the first row is written", async () => {
    const before: boolean[] = [];
    night.proxy.before = ({ method, path, requestBody }) => {
      const isWrite = method !== "GET" && /Credit_Status__c/.test(requestBody + path);
      if (isWrite) before.push(existsSync(night.state) && night.kept().length > 0);
      return Promise.resolve();
    };
    await night.again(expected);
    expect(before.length).toBeGreaterThan(0);
    expect(before).not.toContain(true);
  });

  test("that can't be kept stops no run, and is told of once", async () => {
    rmSync(night.state, { recursive: true });
    writeFileSync(night.state, "no directory");
    await night.again(expected);
    expect(night.logged.filter((message) => message.startsWith("checkpoint can't"))).toHaveLength(1);
  });
});

function damaged(file: string, damage: string): Buffer {
  const bytes = readFileSync(file);
  return damage.endsWith("cut short") ? bytes.subarray(0, 50) : Buffer.concat([bytes.subarray(1), Buffer.from("x")]);
}
