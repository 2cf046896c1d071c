import { openOrg } from "../../sync-service/crm/org.ts";
import { examine } from "../../sync-service/doctor/examine.ts";
import { examinationText } from "../../sync-service/doctor/examinationText.ts";
import type { Answer, Exchange, FaultyProxy } from "../journeys/faultyProxy.ts";
import { faultyProxy } from "../journeys/faultyProxy.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";

interface Description {
  createable: boolean;
  updateable: boolean;
  fields: { name: string; createable: boolean; updateable: boolean }[];
}

describe("The doctor", () => {
  let org: ProgramOrg;
  let proxy: FaultyProxy;
  beforeAll(async () => {
    org = await programOrg(smallProgram(), {
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
  });
  afterEach(() => (proxy.meddle = () => undefined));
  afterAll(async () => {
    await proxy.close();
    await org.close();
  });

  test("finds an org fit for a run, and writes nothing", async () => {
    const { isFit, findings } = await examine(org.service);
    expect(isFit).toBe(true);
    expect(findings.map(({ level, check }) => `${level} ${check}`)).toEqual([
      "ok Login",
      "ok Clock",
      "ok Objects and fields",
      "ok Policy",
      "ok Currencies",
      "ok API calls",
      "warning Last run",
    ]);
    const writes = proxy.seen.filter(({ method, path }) => method !== "GET" && !path.endsWith("/oauth2/token"));
    expect(writes).toEqual([]);
  });

  test("is content with the last run once one has completed", async () => {
    await org.run();
    const { findings } = await examine(org.service);
    expect(findings.filter(({ level }) => level !== "ok")).toEqual([]);
  });

  test.each<[string, (description: Description) => void, string]>([
    ["a field hidden", (d) => drop(d, "Partner_Tier__c"), "Account.Partner_Tier__c may not be read"],
    ["a field read-only", (d) => lock(d, "Trailing_eARR__c"), "Account.Trailing_eARR__c may not be written"],
    ["rows not to be edited", (d) => (d.updateable = false), "Account: rows may not be edited"],
  ])("names %s, and the permission set that mends it", async (_name, change, what) => {
    proxy.meddle = onDescribe("Account", (answer) => {
      const description = JSON.parse(answer.body) as Description;
      change(description);
      answer.body = JSON.stringify(description);
    });
    const { isFit, findings } = await examine(org.service);
    expect(isFit).toBe(false);
    expect(findings.at(-1)).toMatchObject({ level: "fault", what });
    expect(findings.at(-1)?.advice).toContain("Partner_Sync_Service");
  });

  test("names an object that is missing, and goes no further", async () => {
    proxy.meddle = onDescribe("Partner_Benefit__c", (answer) => {
      answer.status = 404;
      answer.body = '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]';
    });
    const { isFit, findings } = await examine(org.service);
    expect(isFit).toBe(false);
    expect(findings.map(({ check }) => check)).toEqual(["Login", "Clock", "Objects and fields"]);
    expect(findings.at(-1)?.what).toBe("Partner_Benefit__c is not there, or may not be read");
  });

  test.each([
    [79_999, "ok"],
    [80_000, "fault"],
  ])("with %i of 100,000 API calls used says %s", async (used, level) => {
    proxy.meddle = ({ path }, answer) => {
      if (!path.endsWith("/limits")) return;
      answer.body = JSON.stringify({ DailyApiRequests: { Max: 100_000, Remaining: 100_000 - used } });
    };
    const { findings } = await examine(org.service);
    expect(findings.find(({ check }) => check === "API calls")?.level).toBe(level);
  });

  test.each([
    [60, "ok"],
    [120, "warning"],
  ])("calls a clock %i seconds off %s", async (seconds, level) => {
    proxy.meddle = (_exchange, answer) => {
      answer.headers.date = new Date(Date.now() + seconds * 1000).toUTCString();
    };
    const { findings } = await examine(org.service);
    expect(findings.find(({ check }) => check === "Clock")?.level).toBe(level);
  });

  test("names a version that the org does not serve", async () => {
    proxy.meddle = ({ path }, answer) => {
      if (path.endsWith("/services/data")) answer.body = '[{"version":"50.0"},{"version":"61.0"}]';
    };
    const { findings } = await examine(org.service);
    expect(findings).toMatchObject([{ level: "fault", what: "The org serves 50.0 to 61.0, not 66.0" }]);
  });

  test("names a login that is refused, with what to do", async () => {
    const stranger = openOrg({
      kind: "client credentials",
      loginUrl: proxy.url,
      clientId: "unknown",
      clientSecret: "a secret of nobody",
    });
    const { isFit, findings } = await examine(stranger);
    expect(isFit).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toContain("check SF_CLIENT_ID");
    expect(JSON.stringify(findings)).not.toContain("a secret of nobody");
  });

  test("names a policy row that can't be followed", async () => {
    proxy.meddle = ({ path }, answer) => {
      if (path.includes("Partner_Program_Policy__mdt"))
        answer.body = answer.body.replace('"America/Los_Angeles"', '"Mars/Olympus"');
    };
    const { isFit, findings } = await examine(org.service);
    expect(isFit).toBe(false);
    const policy = findings.find(({ check }) => check === "Policy");
    expect(policy?.what).toContain("Time_Zone__c is no IANA time zone");
    expect(examinationText({ version: 1, isFit, findings })).toContain("A run would fail.");
  });
});

function onDescribe(object: string, change: (answer: Answer) => void): (exchange: Exchange, answer: Answer) => void {
  return ({ path }, answer) => {
    if (path.endsWith(`/sobjects/${object}/describe`)) change(answer);
  };
}

function drop(description: Description, name: string): void {
  description.fields = description.fields.filter((field) => field.name !== name);
}

function lock(description: Description, name: string): void {
  for (const field of description.fields) if (field.name === name) field.createable = field.updateable = false;
}
