import { type Exchange, faultyProxy, type FaultyProxy, type Meddler } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { attribution, type Seed, smallProgram } from "./programSeed.ts";

const figures = "SELECT Id FROM Account WHERE Trailing_eARR__c != null";

describe("A small org with faults", () => {
  let proxy: FaultyProxy;
  let org: ProgramOrg;
  beforeEach(async () => {
    org = await programOrg(smallProgram(), {
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
  });
  afterEach(async () => {
    await proxy.close();
    await org.close();
  });

  test("a session that dies now and then is renewed, and the run goes on", async () => {
    proxy.meddle = everyTenthCall((_, answer) => fail(answer, 401, "INVALID_SESSION_ID"));
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  });

  test("a session that dies under several calls at once is renewed by one login", async () => {
    const refused = new Set<string>();
    proxy.meddle = apiCalls(({ path }, answer) => {
      const isFirst = path.includes("query?q=") && !path.includes("__mdt") && !refused.has(path);
      if (isFirst && refused.size < 5) {
        refused.add(path);
        fail(answer, 401, "INVALID_SESSION_ID");
      }
    });
    expect(await org.run()).toMatchObject({ status: "Completed" });
    expect(refused.size).toBe(5);
    // The held runs and the last good one are asked for one by one, the five small tables at once.
    expect(proxy.seen.filter(isLogin).length).toBeLessThanOrEqual(4);
  });

  test("a session that is refused for good ends the run as configuration, after one new login", async () => {
    proxy.meddle = apiCalls((_, answer) => fail(answer, 401, "INVALID_SESSION_ID"));
    await expect(org.run()).rejects.toMatchObject({ exitCode: 2 });
    expect(proxy.seen.filter(isLogin).length).toBeLessThanOrEqual(2);
  });

  test("a login that is refused is not tried again", async () => {
    proxy.meddle = (exchange, answer) => {
      if (isLogin(exchange)) Object.assign(answer, { status: 400, body: '{"error":"invalid_client_id"}' });
    };
    await expect(org.run()).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("SF_CLIENT_ID") as string,
    });
    expect(proxy.seen).toHaveLength(1);
  });

  test("passing outages are waited out", async () => {
    proxy.meddle = everyTenthCall((_, answer) => fail(answer, 503, "SERVER_UNAVAILABLE"));
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  });

  test("an org that stays away ends the run as unreachable", async () => {
    proxy.meddle = apiCalls((_, answer) => fail(answer, 503, "SERVER_UNAVAILABLE"));
    await expect(org.run()).rejects.toMatchObject({ exitCode: 7 });
  });

  test("an API allowance that is used up ends the run at once", async () => {
    proxy.meddle = apiCalls(({ path }, answer) => {
      if (path.includes("Partner_Training__c")) fail(answer, 403, "REQUEST_LIMIT_EXCEEDED");
    });
    await expect(org.run()).rejects.toMatchObject({ exitCode: 5 });
    expect(await org.records(figures)).toEqual([]);
    expect(await org.records("SELECT Status__c FROM Partner_Sync_Run__c")).toMatchObject([{ Status__c: "Failed" }]);
  });

  test("a locked row is written on the next pass", async () => {
    let locks = 2;
    proxy.meddle = failingRow(() => (locks-- > 0 ? "UNABLE_TO_LOCK_ROW" : null));
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
  });

  test("a row that can't be written is reported, and stops no other", async () => {
    proxy.meddle = failingRow(() => "FIELD_CUSTOM_VALIDATION_EXCEPTION");
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed With Errors", exitCode: 3 });
    expect(result.failures[0]).toMatchObject({ code: "FIELD_CUSTOM_VALIDATION_EXCEPTION" });
    expect(result.failures[0]?.advice).toContain("validation rule");
    expect(await org.records(figures)).not.toEqual([]);
  });
});

describe("A large org, read by Bulk", () => {
  let proxy: FaultyProxy;
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(largeProgram(), {
      pageSize: 700,
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
  });
  afterAll(async () => {
    await proxy.close();
    await org.close();
  });

  test.each<[string, Meddler]>([
    ["cut at a row's end", (_, answer) => (answer.body = answer.body.replace(/[^\n]*\n$/, ""))],
    ["cut within a row", (_, answer) => (answer.body = answer.body.slice(0, -9))],
    ["without the next page's name", (_, answer) => Reflect.deleteProperty(answer.headers, "sforce-locator")],
    ["that ends the job too early", (_, answer) => (answer.headers["sforce-locator"] = "null")],
    ["empty", (_, answer) => (answer.body = "")],
  ])("pages %s never pass for whole ones, and nothing is written", async (_name, damage) => {
    proxy.meddle = resultPages(damage);
    await expect(org.run()).rejects.toMatchObject({ exitCode: 1 });
    proxy.meddle = () => undefined;
    expect(await org.records(figures)).toEqual([]);
  });

  test("a page that comes damaged once is fetched again", async () => {
    let damages = 3;
    proxy.meddle = resultPages((_, answer) => {
      if (damages-- > 0) answer.body = answer.body.slice(0, -50);
    });
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    proxy.meddle = () => undefined;
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  });
});

/** 2,100 attributions of one partner: too many for REST, several pages of Bulk. */
function largeProgram(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: 2100 }, (_, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [
      ...(seed.Opportunity ?? []),
      ...names.map((name) => ({ ...deal, Id: name, Name: `${name}, "große"` })),
    ],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}

function isLogin({ path }: Exchange): boolean {
  return path.includes("/oauth2/token");
}

function apiCalls(meddle: Meddler): Meddler {
  return (exchange, answer) => {
    if (!isLogin(exchange)) meddle(exchange, answer);
  };
}

function everyTenthCall(meddle: Meddler): Meddler {
  let calls = 0;
  return apiCalls((exchange, answer) => {
    calls += 1;
    if (calls % 10 === 5) meddle(exchange, answer);
  });
}

function resultPages(meddle: Meddler): Meddler {
  return (exchange, answer) => {
    if (/jobs\/query\/[^/]+\/results/.test(exchange.path)) meddle(exchange, answer);
  };
}

/** Puts an error in the place of the first row's success, in writes of rows behind the lease's fence. */
function failingRow(code: () => string | null): Meddler {
  return (exchange, answer) => {
    if (!exchange.path.endsWith("/composite") || !exchange.requestBody.includes("/composite/sobjects?lease")) return;
    const { compositeResponse } = JSON.parse(answer.body) as { compositeResponse: { body: object[] }[] };
    const statusCode = code();
    if (statusCode === null || !compositeResponse[1]) return;
    compositeResponse[1].body[0] = { success: false, errors: [{ statusCode, message: "made up", fields: [] }] };
    answer.body = JSON.stringify({ compositeResponse });
  };
}

function fail(
  answer: { status: number; headers: Record<string, string>; body: string },
  status: number,
  code: string,
): void {
  answer.status = status;
  answer.headers = { "content-type": "application/json" };
  answer.body = JSON.stringify([{ errorCode: code, message: "TotalRequests Limit exceeded.", fields: [] }]);
}
