import { type Exchange, faultyProxy, type FaultyProxy, type Meddler } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { attribution, type Seed, smallProgram } from "./programSeed.ts";

const heldRuns = "SELECT Id FROM Partner_Sync_Run__c WHERE Status__c = 'Held'";
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

  test("a row that is missing from one answer is there in the next", async () => {
    let answers = 2;
    const short = withoutLastRow("Partner_Agreement__c");
    proxy.meddle = (exchange, answer) => {
      if (exchange.path.includes("Partner_Agreement__c") && answers-- > 0) short(exchange, answer);
    };
    expect(await org.run()).toMatchObject({ status: "Completed", exitCode: 0 });
    expect(answers).toBe(-1);
    proxy.meddle = () => undefined;
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  });

  test.each(["Partner_Agreement__c", "Opportunity_Partner__c", "Account", "Partner_Program_Policy__mdt"])(
    "a row of %s that the org counts and does not give holds the run until it comes",
    async (object) => {
      proxy.meddle = withoutLastRow(object);
      await expect(org.run({ isDryRun: true })).rejects.toMatchObject({ exitCode: 4 });
      expect(await org.records(heldRuns)).toEqual([]);
      await expect(org.run()).rejects.toMatchObject({ exitCode: 4, held: { codes: [`ROWS_SHORT:${object}`] } });
      expect(await org.records(figures)).toEqual([]);
      expect(await org.records(heldRuns)).toHaveLength(1);
      proxy.meddle = () => undefined;
      expect(await org.run()).toMatchObject({ status: "Completed", exitCode: 0 });
      expect(await org.records(heldRuns)).toEqual([]);
    },
  );

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
    ["cut within a row", (_, answer) => (answer.body = answer.body.slice(0, -9))],
    ["without the next page's name", (_, answer) => Reflect.deleteProperty(answer.headers, "sforce-locator")],
    ["empty", (_, answer) => (answer.body = "")],
  ])("pages %s never pass for whole ones, and nothing is written", async (_name, damage) => {
    proxy.meddle = resultPages(damage);
    await expect(org.run()).rejects.toMatchObject({ exitCode: 1 });
    proxy.meddle = () => undefined;
    expect(await org.records(figures)).toEqual([]);
  });

  test.each<[string, Meddler, RegExp]>([
    [
      "pages that end before the job does",
      resultPages((_, answer) => (answer.headers["sforce-locator"] = "null")),
      /gave 700 rows where the job counts 210\d/,
    ],
    [
      "pages that always lack their last row",
      resultPages((_, answer) => (answer.body = answer.body.replace(/[^\n]*\n$/, ""))),
      /it has 699 rows where 700 is promised/,
    ],
    [
      "pages fetched several at once that lack rows",
      countingMore(300_000),
      /gave 210\d rows where the job counts 300000/,
    ],
    [
      "a job of fewer rows than the org counts",
      withCount("Opportunity_Partner__c", 2_500),
      /where the org counts 2500/,
    ],
  ])("%s hold the run without a plan, until the rows are whole", async (_name, meddle, reason) => {
    proxy.meddle = meddle;
    await expect(org.run()).rejects.toMatchObject({
      exitCode: 4,
      held: {
        codes: [expect.stringMatching(/^ROWS_SHORT:Opportunity/) as string],
        reason: expect.stringMatching(reason) as string,
      },
    });
    proxy.meddle = () => undefined;
    expect(await org.records(figures)).toEqual([]);
    const held = "SELECT Held_Reason__c, Key__c, Plan_Hash__c FROM Partner_Sync_Run__c WHERE Status__c = 'Held'";
    expect(await org.records(held)).toMatchObject([
      {
        Held_Reason__c: expect.stringMatching(reason) as string,
        Key__c: expect.stringMatching(/^run:/) as string,
        Plan_Hash__c: null,
      },
    ]);
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

/** The last row of each query of an object is lost on the way; its count stays. */
function withoutLastRow(object: string): Meddler {
  return ({ path }, answer) => {
    const soql = new URL(path, "http://org").searchParams.get("q") ?? "";
    if (!soql.includes(` FROM ${object}`)) return;
    const page = JSON.parse(answer.body) as { records: object[] };
    answer.body = JSON.stringify({ ...page, records: page.records.slice(0, -1) });
  };
}

/** As if a query job had more rows than its pages bring. */
function countingMore(rows: number): Meddler {
  return ({ path }, answer) => {
    if (/jobs\/query\/[^/]+$/.test(path))
      answer.body = answer.body.replace(/("numberRecordsProcessed":\s*)\d+/, `$1${rows}`);
  };
}

/** As if the org counted so many rows of an object. */
function withCount(object: string, rows: number): Meddler {
  return ({ path }, answer) => {
    const soql = new URL(path, "http://org").searchParams.get("q") ?? "";
    if (soql.includes(` FROM ${object}`)) answer.body = answer.body.replace(/("totalSize":\s*)\d+/, `$1${rows}`);
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
