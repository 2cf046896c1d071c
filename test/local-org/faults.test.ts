import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { FAULT_NAMES, faultOf, type FaultName } from "../../local-org/faults/faultCatalogue.ts";
import { FaultRuleError, parseFaultRules } from "../../local-org/faults/faultRule.ts";
import { query, restClient, type Answer } from "../support/restClient.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const QUERY = "/query?q=SELECT+Id,Name+FROM+Account+ORDER+BY+Name";
const ROWS = 10;
const MAIN = fileURLToPath(new URL("../../local-org/main.ts", import.meta.url));

describe("Faults that are switched on", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    const rows = Array.from({ length: ROWS }, (_none, at) => `a${at},Partner ${at}`);
    org = await startOrg({ seed: { Account: ["Id,Name", ...rows] } });
    call = restClient(org);
  });
  afterEach(() => org.faults.set([]));
  afterAll(() => org.close());

  const control = async (method: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${org.instanceUrl}/local-org/faults`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === "" ? null : (JSON.parse(text) as unknown),
    };
  };
  const switchOn = (...rules: unknown[]): void => org.faults.set(parseFaultRules({ rules }));
  const outcome = async (path: string, options = {}): Promise<number | string> =>
    call(path, options).then(
      ({ status }) => status,
      (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code ?? error),
    );

  it("befall the nth call, so many times, and no other", async () => {
    switchOn({ fault: "server-unavailable", nth: 2, times: 2 });
    expect([await outcome(QUERY), await outcome(QUERY), await outcome(QUERY), await outcome(QUERY)]).toEqual([
      200, 503, 503, 200,
    ]);
  });

  it("befall every nth call, as long as they are on", async () => {
    switchOn({ fault: "server-unavailable", every: 2 });
    expect([await outcome(QUERY), await outcome(QUERY), await outcome(QUERY), await outcome(QUERY)]).toEqual([
      200, 503, 200, 503,
    ]);
  });

  it("befall calls by a probability whose seed makes it the same every time", async () => {
    const tries = async (seed: number): Promise<string> => {
      switchOn({ fault: "server-unavailable", probability: 0.3, seed });
      const statuses: unknown[] = [];
      for (let at = 0; at < 40; at += 1) statuses.push(await outcome("/limits"));
      return statuses.map((status) => (status === 503 ? "x" : ".")).join("");
    };
    const first = await tries(7);
    expect(await tries(7)).toBe(first);
    expect(await tries(8)).not.toBe(first);
    expect(first.split("x").length - 1).toBeGreaterThan(4);
    expect(first.split("x").length - 1).toBeLessThan(22);
  });

  it("befall only calls about an object where one is named", async () => {
    switchOn({ fault: "query-timeout", object: "Contact", times: "always" });
    expect(await outcome(QUERY)).toBe(200);
    expect(await outcome("/query?q=SELECT+Id+FROM+Contact")).toBe(400);
  });

  it("are set, told and ended over HTTP, and counted", async () => {
    const set = await control("PUT", { rules: [{ fault: "server-error", endpoints: ["query"], nth: 1 }] });
    expect(set).toMatchObject({ status: 200, body: { rules: [{ fault: "server-error", matched: 0, fired: 0 }] } });
    await call(QUERY);
    await call(QUERY);
    expect((await control("GET")).body).toMatchObject({
      rules: [{ fault: "server-error", matched: 2, fired: 1 }],
      calls: { query: 2 },
    });
    expect((await control("DELETE")).status).toBe(204);
    expect((await control("GET")).body).toEqual({ rules: [], calls: {} });
  });

  it.each<[string, unknown, RegExp]>([
    ["an unknown fault", [{ fault: "bad-luck" }], /rules\.0\.fault: is no fault; docs\/faults\.md lists them/],
    ["an unknown call", [{ fault: "stall", endpoints: ["telnet"] }], /rules\.0\.endpoints\.0: is none of token, query/],
    [
      "a call that it cannot befall",
      [{ fault: "login-rate", endpoints: ["query"] }],
      /query is no call that login-rate/,
    ],
    ["two ways to choose calls", [{ fault: "stall", nth: 1, every: 2 }], /rules\.0\.every: excludes nth/],
    ["a number that is none", [{ fault: "stall", nth: "x" }], /rules\.0\.nth: is no whole number/],
    ["nth zero", [{ fault: "stall", nth: 0 }], /rules\.0\.nth: is not above 0/],
    ["a probability above 1", [{ fault: "stall", probability: 1.5 }], /rules\.0\.probability: is above 1/],
    [
      "an option of another fault",
      [{ fault: "stall", share: 0.5 }],
      /rules\.0\.share: is nothing that stall understands/,
    ],
    ["an unknown key", [{ fault: "stall", often: true }], /often/],
    ["bad times", [{ fault: "stall", times: "never" }], /rules\.0\.times: is neither a whole number above 0 nor/],
  ])("are refused for %s", async (_what, rules, reason) => {
    expect(() => parseFaultRules({ rules })).toThrow(FaultRuleError);
    const refused = await control("PUT", { rules });
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(reason)]);
  });

  it.each<[FaultName, number, string | null]>([
    ["session-refused", 401, "INVALID_SESSION_ID"],
    ["auth-header-invalid", 401, "INVALID_AUTH_HEADER"],
    ["request-limit", 403, "REQUEST_LIMIT_EXCEEDED"],
    ["concurrent-limit", 403, "REQUEST_LIMIT_EXCEEDED"],
    ["server-unavailable", 503, "SERVER_UNAVAILABLE"],
    ["setting-up", 420, null],
    ["not-acceptable", 406, null],
    ["html-page", 200, null],
    ["query-timeout", 400, "QUERY_TIMEOUT"],
    ["header-too-long", 431, null],
    ["version-retired", 410, "UNSUPPORTED_API_VERSION"],
    ["transaction-security", 400, "TXN_SECURITY_METERING_ERROR"],
  ])("answer as Salesforce does: %s", async (fault, status, errorCode) => {
    switchOn({ fault, nth: 1 });
    const answer = await call(QUERY);
    expect(answer.status).toBe(status);
    if (errorCode !== null) expect(answer.body).toMatchObject([{ errorCode }]);
    else expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.get("date")).toContain("15 Dec 2023");
    expect((await call(QUERY)).status).toBe(200);
  });

  it.each<[FaultName, string]>([
    ["connection-reset", "ECONNRESET"],
    ["connection-end", "UND_ERR_SOCKET"],
    ["reset-length", "ECONNRESET"],
    ["reset-chunked", "ECONNRESET"],
    ["end-length", "UND_ERR_SOCKET"],
    ["end-chunked", "UND_ERR_SOCKET"],
    ["lost-answer", "ECONNRESET"],
  ])("break the connection: %s", async (fault, code) => {
    switchOn({ fault, nth: 1 });
    expect(await outcome(QUERY)).toBe(code);
    expect(await outcome(QUERY)).toBe(200);
  });

  it("keep silent before an answer or in its middle, until the client gives up", async () => {
    for (const fault of ["no-answer", "stall"] as const) {
      switchOn({ fault, nth: 1 });
      const response = fetch(`${org.instanceUrl}/services/data/v66.0/limits`, {
        headers: { authorization: `Bearer ${org.connection.accessToken}` },
        signal: AbortSignal.timeout(200),
      }).then((answer) => answer.text());
      await expect(response).rejects.toThrow(/aborted/);
    }
  });

  it("end a session for good, not for one call", async () => {
    const token = org.connection.accessToken;
    const other = await login();
    switchOn({ fault: "session-ends", nth: 1 });
    const own = restClient(org, other);
    expect([(await own("/limits")).status, (await own("/limits")).status]).toEqual([401, 401]);
    expect((await restClient(org, token)("/limits")).status).toBe(200);
  });

  it("cut a body at the end of a row so that it looks whole", async () => {
    switchOn({ fault: "clean-end", nth: 1 });
    const { status, text } = await fetchText(QUERY);
    expect(status).toBe(200);
    expect(text.endsWith("}")).toBe(true);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it("send crumbs that come to the whole", async () => {
    const { text } = await fetchText(QUERY);
    switchOn({ fault: "crumbs", nth: 1 });
    expect((await fetchText(QUERY)).text).toBe(text);
  });

  it("execute a request whose answer is lost", async () => {
    switchOn({ fault: "lost-answer", endpoints: ["sobjectCreate"], nth: 1 });
    expect(await outcome("/sobjects/Account", { method: "POST", body: { Name: "Lost" } })).toBe("ECONNRESET");
    expect(await query(call, "SELECT Id FROM Account WHERE Name = 'Lost'")).toHaveLength(1);
  });

  it("refuse single rows of a collection, so many times each", async () => {
    const rows = await query(call, "SELECT Id FROM Account WHERE Name LIKE 'Partner%' ORDER BY Name");
    const records = rows.map(({ Id }) => ({ attributes: { type: "Account" }, id: Id, Site: "here" }));
    const save = async (): Promise<string> => {
      const { body } = await call("/composite/sobjects", { method: "PATCH", body: { allOrNone: false, records } });
      const results = body as { success: boolean; errors: { statusCode: string }[] }[];
      return results.map(({ success, errors }) => (success ? "." : errors[0]!.statusCode[0])).join("");
    };
    switchOn(
      { fault: "row-locked", every: 5, times: 1 },
      { fault: "row-validation", keys: [rows[0]!["Id"]], endpoints: ["collections"] },
    );
    expect([await save(), await save()]).toEqual(["F...U....U", "F........."]);
    switchOn({ fault: "row-trigger", keys: [rows[3]!["Id"]] });
    expect(await save()).toBe("CCCCCCCCCC");
  });

  it("leave rows out of what a user reads, and out of the count", async () => {
    const service = restClient(org, await login());
    const names = async (client: typeof call): Promise<number> =>
      (await query(client, "SELECT Id FROM Account WHERE Name LIKE 'Partner%'")).length;
    switchOn({ fault: "rows-hidden", object: "Account", share: 0.5 });
    const seen = await names(service);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(ROWS);
    expect(await names(call)).toBe(ROWS);
    expect((await service("/query?q=SELECT+COUNT()+FROM+Account+WHERE+Name+LIKE+'Partner%'")).body).toMatchObject({
      totalSize: seen,
    });
  });

  describe("in jobs", () => {
    const jobOf = async (soql: string): Promise<string> => {
      const { body } = await call("/jobs/query", { method: "POST", body: { operation: "query", query: soql } });
      const path = `/jobs/query/${(body as { id: string }).id}`;
      await call(path);
      return path;
    };

    it("show states that it does not have, the bad ones for good", async () => {
      switchOn({ fault: "job-stuck", nth: 1 }, { fault: "query-job-failed", nth: 3 });
      const path = await jobOf("SELECT Id FROM Account");
      const states: unknown[] = [];
      for (let at = 0; at < 4; at += 1) states.push(((await call(path)).body as { state: string }).state);
      expect(states).toEqual(["JobComplete", "Failed", "Failed", "Failed"]);
    });

    it.each<[FaultName, (page: { text: string; locator: string | null }) => void]>([
      ["clean-end", ({ text }) => expect(text.trimEnd().split("\n")).toHaveLength(ROWS)],
      ["locator-missing", ({ locator }) => expect(locator).toBeNull()],
      ["html-page", ({ text }) => expect(text).toContain("<html>")],
    ])("spoil result pages: %s", async (fault, check) => {
      const path = await jobOf("SELECT Name FROM Account WHERE Name LIKE 'Partner%'");
      switchOn({ fault, endpoints: ["bulkQueryResults"], nth: 1 });
      const { text, headers } = await call(`${path}/results`);
      check({ text, locator: headers.get("sforce-locator") });
    });

    it("break the zip of a page", async () => {
      const path = await jobOf("SELECT Name FROM Account");
      switchOn({ fault: "zip-broken", nth: 1 });
      await expect(call(`${path}/results`, { headers: { "accept-encoding": "gzip" } })).rejects.toThrow();
      expect(() => gunzipSync(Buffer.from("no zip"))).toThrow();
    });

    it("end an ingest with rows that were not processed", async () => {
      const rows = await query(call, "SELECT Id FROM Account WHERE Name LIKE 'Partner%'");
      switchOn({ fault: "ingest-locks", object: "Account", afterRows: 4, times: 1 });
      const created = await call("/jobs/ingest", { method: "POST", body: { object: "Account", operation: "update" } });
      const path = `/jobs/ingest/${(created.body as { id: string }).id}`;
      const csv = ["Id,Site", ...rows.map(({ Id }) => `${String(Id)},there`)].join("\n");
      await call(`${path}/batches`, { method: "PUT", body: csv, headers: { "content-type": "text/csv" } });
      await call(path, { method: "PATCH", body: { state: "UploadComplete" } });
      expect((await call(path)).body).toMatchObject({
        state: "Failed",
        errorMessage: expect.stringMatching(/^TooManyLockFailure/) as string,
        numberRecordsProcessed: 4,
      });
      const linesOf = async (kind: string): Promise<number> =>
        (await fetchText(`${path}/${kind}`)).text.trim().split("\n").length - 1;
      expect([await linesOf("successfulResults"), await linesOf("unprocessedrecords")]).toEqual([4, ROWS - 4]);
    });
  });

  async function login(): Promise<string> {
    const { clientId, clientSecret } = org.connection;
    const response = await fetch(`${org.instanceUrl}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async function fetchText(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${org.instanceUrl}/services/data/v66.0${path}`, {
      headers: { authorization: `Bearer ${org.connection.accessToken}`, "content-type": "application/json" },
    });
    return { status: response.status, text: await response.text() };
  }
});

describe("Faults of the command line", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  const start = (file: string): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [MAIN, "--faults", file], { cwd: directory.path, encoding: "utf8", timeout: 60_000 });

  it.each<[string, string, RegExp]>([
    ["rules that cannot be followed", '{"rules":[{"fault":"bad-luck"}]}', /rules\.0\.fault: is no fault/],
    ["what is no JSON", "rules", /--faults .*JSON/],
    ["an empty document", "{}", /rules: /],
  ])("are refused for %s, with exit code 2", (_what, text, reason) => {
    const { status, stderr } = start(directory.write("faults.json", text));
    expect([status, stderr]).toEqual([2, expect.stringMatching(reason)]);
  });

  it("are refused where there is no such file", () => {
    expect(start("nowhere.json")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("nowhere.json") as string,
    });
  });
});

describe("The catalogue of faults", () => {
  const text = readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8");

  it.each(FAULT_NAMES)("is documented: %s", (name) => {
    const { about } = faultOf(name);
    expect(text).toContain(`\`${name}\``);
    expect(about).not.toBe("");
  });

  it("has no fault in the documentation that is none", () => {
    const rows = [...(text.split("## The faults")[1] ?? "").matchAll(/^\| `([a-z0-9-]+)`/gm)].map((match) => match[1]);
    expect(rows.filter((name) => !FAULT_NAMES.includes(name as FaultName))).toEqual([]);
  });
});
