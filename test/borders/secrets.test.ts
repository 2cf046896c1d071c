/** Nothing secret and nobody's name in anything that comes out: whole runs, good and bad, with what to look for planted. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";
import { withoutSecrets } from "../../sync-service/crm/withoutSecrets.ts";
import { ended } from "../journeys/command.ts";
import { type Planted, type Said, formsOf, leaksIn } from "./leaks.ts";
import { fileWith, filesIn, httpToken, plantedOrg, type PlantedOrg, refreshToken } from "./plantedOrg.ts";

const service = join(import.meta.dirname, "../../sync-service");
const cli = join(service, "cli.ts");
const work = mkdtempSync(join(tmpdir(), "secrets-"));
const compiled = { NODE_COMPILE_CACHE: join(work, "compiled") };

let planted: PlantedOrg;
/** All that came out, in the order of the tests. */
const said: Said[] = [];

beforeAll(async () => {
  planted = await plantedOrg();
});
afterAll(async () => {
  await planted.close();
  rmSync(work, { recursive: true });
});

async function command(place: string, args: readonly string[], environment: Record<string, string> = {}) {
  const outcome = await ended([cli, ...args], work, { ...compiled, ...planted.environment, ...environment });
  said.push({ place: `${place}, output`, text: outcome.output }, { place: `${place}, errors`, text: outcome.errors });
  return outcome;
}

const signed = (file: string): Record<string, string> => ({
  SF_LOGIN_URL: planted.org.local.instanceUrl,
  SF_CLIENT_SECRET: "",
  SF_USERNAME: planted.org.local.connection.users["Partner_Sync_Service"] ?? "",
  SF_PRIVATE_KEY_FILE: file,
});

/** What an answer might repeat of what it was sent, and of whom it is about. */
const indiscreet = (): string => {
  const token = planted.tokens.at(-1) ?? "";
  return [
    `Authorization: Bearer ${token}`,
    `https://x.example/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&startURL=/`,
    `client_secret=${planted.environment["SF_CLIENT_SECRET"]}`,
    `"refresh_token":"${refreshToken}"`,
    "of vexelgrove@people.example",
  ].join(" ");
};

describe("What comes out", () => {
  test("of a doctor with a signed login", async () => {
    const key = planted.org.local.connection.privateKeyFile;
    expect(await command("doctor", ["doctor", "--json"], signed(key))).toMatchObject({ exitCode: 0 });
  });

  test("of a key file that is damaged", async () => {
    const key = readFileSync(planted.org.local.connection.privateKeyFile, "utf8");
    const damaged = fileWith(planted.org, "damaged.key", key.replace(/-----BEGIN/, "----BEGIN"));
    expect(await command("bad key", ["sync", "--json"], signed(damaged))).toMatchObject({ exitCode: 2 });
  });

  test("of a run that is killed while it reads, and its checkpoint", async () => {
    await killAtSecondPage();
    const files = filesIn(planted.stateDirectory);
    expect(files.length).toBeGreaterThan(2);
    said.push(...files);
  });

  test("of a good night, with rows that are refused in Salesforce's indiscreet words", async () => {
    planted.org.local.org.clock.set("2023-12-15T20:10:00Z");
    const rules = [{ fault: "row-number-too-large", object: "Partner_Tier_Review__c", times: 1 }];
    planted.org.local.faults.set(parseFaultRules({ rules }));
    planted.answer((_exchange, answer) => {
      answer.body = answer.body.replace("value outside of valid range", () => jsonText(indiscreet()));
    });
    const outcome = await command("night", ["sync", "--json"]);
    planted.org.local.faults.set([]);
    expect(outcome).toMatchObject({ exitCode: 3 });
    expect(outcome.output).toContain("client_secret=[hidden]");
    expect(outcome.errors).toContain("goes on from a checkpoint");
  });

  test("of a session that is refused in a body that repeats it", async () => {
    planted.answer((exchange, answer) => {
      if (exchange.path.includes("/query")) refuse(answer, 401, "INVALID_SESSION_ID", indiscreet());
    });
    expect(await command("401", ["sync", "--json"])).toMatchObject({ exitCode: 2 });
  });

  test("of an error that nobody knows, on the run's record too", async () => {
    planted.answer((exchange, answer) => {
      if (exchange.path.includes("Partner_Training__c")) refuse(answer, 400, "WHO_KNOWS", indiscreet());
    });
    expect(await command("unknown error", ["sync"])).toMatchObject({ exitCode: 1 });
  });

  test("of a login that is refused with what it was sent", async () => {
    planted.answer((exchange, answer) => {
      if (!exchange.path.startsWith("/services/oauth2/token")) return;
      const error_description = `invalid: ${exchange.requestBody} ${indiscreet()} ${planted.environment["SF_CLIENT_SECRET"]}`;
      Object.assign(answer, { status: 400, body: JSON.stringify({ error: "invalid_client", error_description }) });
    });
    expect(await command("login", ["sync", "--json"])).toMatchObject({ exitCode: 2 });
  });

  test("of a run that is held", async () => {
    planted.answer(() => undefined);
    for (const { Id } of await planted.org.records("SELECT Id FROM Partner_Training__c"))
      await planted.org.remove("Partner_Training__c", String(Id));
    await command("held, dry", ["sync", "--dry-run"]);
    expect(await command("held", ["sync", "--json"])).toMatchObject({ exitCode: 4 });
  });

  test("of a service that is asked with and without its token", async () => {
    const answers = await askService();
    // Readiness, the second, depends on how far the service is.
    expect(answers.map(({ status }) => status).toSpliced(1, 1)).toEqual([200, 401, 401, 401, 400, 200, 200, 404, 400]);
  });

  test("of the ledger and the reviews", async () => {
    const texts = "Summary__c, Held_Reason__c, Plan__c, Runner__c, Key__c";
    const runs = await planted.org.records(`SELECT ${texts} FROM Partner_Sync_Run__c`);
    expect(runs.length).toBeGreaterThanOrEqual(3);
    const reviews = await planted.org.records("SELECT FIELDS(ALL) FROM Partner_Tier_Review__c LIMIT 200");
    const accounts = await planted.org.records("SELECT Partner_Tier_Explanation__c FROM Account");
    said.push({ place: "records", text: JSON.stringify([runs, reviews, accounts]) });
  });

  test("holds no secret and nobody's name", () => {
    expect(said.filter(({ text }) => text.length > 0).length).toBeGreaterThan(20);
    expect(leaksIn(said, { ...planted.secrets(), ...planted.personal })).toEqual([]);
  });
});

describe("The search", () => {
  test("finds each planted text in each form, wherever it stands", () => {
    const all: Planted = { ...planted.secrets(), ...planted.personal };
    for (const [what, value] of Object.entries(all))
      for (const form of formsOf(value)) {
        const spoilt = said.map((one, at) => (at === 3 ? { ...one, text: `${one.text}${form}` } : one));
        expect(leaksIn(spoilt, all)).toContain(`${what} in ${said[3]?.place ?? ""}`);
      }
  });

  test("finds what nobody planted by its looks", () => {
    const text =
      "-----BEGIN PRIVATE KEY----- 00D000000000001!AQEAQDeadbeef eyJhbGciOiJSUzI1NiJ9aa.eyJpc3MiOiIzTVZHOSJ9";
    expect(leaksIn([{ place: "here", text }], {})).toHaveLength(3);
  });

  test("finds what the service was told to hide, were it not hidden", () => {
    const text = indiscreet();
    const all = { ...planted.secrets(), ...planted.personal };
    expect(leaksIn([{ place: "here", text }], all).length).toBeGreaterThan(4);
    expect(leaksIn([{ place: "here", text: withoutSecrets(text) }], all)).toEqual([]);
  });
});

function jsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function refuse(answer: { status: number; body: string }, status: number, errorCode: string, message: string): void {
  Object.assign(answer, { status, body: JSON.stringify([{ errorCode, message, fields: [] }]) });
}

/** A checkpoint is left where nothing tells the process to end. */
async function killAtSecondPage(): Promise<void> {
  const environment = { PATH: process.env.PATH ?? "", ...compiled, ...planted.environment };
  const child = spawn(process.execPath, [cli, "sync"], { cwd: work, env: environment });
  let pages = 0;
  planted.proxy.before = ({ path }) => {
    if (/\/jobs\/query\/\w+\/results/.test(path)) pages += 1;
    if (pages < 2) return Promise.resolve();
    child.kill("SIGKILL");
    return new Promise(() => undefined);
  };
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  planted.proxy.before = () => Promise.resolve();
  said.push({ place: "killed run", text });
}

async function askService(): Promise<{ status: number }[]> {
  const environment = { ...compiled, ...planted.environment, HTTP_TOKEN: httpToken, HTTP_PORT: "0" };
  const child = spawn(process.execPath, [join(service, "main.ts")], {
    cwd: work,
    env: { PATH: process.env.PATH ?? "", SYNC_POLL_SECONDS: "3600", ...environment },
  });
  const log = { text: "" };
  const address = await new Promise<string>((resolve) => {
    child.stderr.on("data", (chunk: Buffer) => {
      log.text += chunk.toString();
      const found = /"http":"([^"]+)"/.exec(log.text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const own = `Bearer ${httpToken}`;
  const asks: readonly (readonly [string, string, RequestInit?])[] = [
    ["/livez", ""],
    ["/readyz", ""],
    ["/v1/runs", ""],
    ["/v1/runs", "Bearer planted-wrong-token"],
    [`/v1/runs?token=${httpToken}`, ""],
    [`/v1/runs?token=${httpToken}`, own],
    ["/metrics", own],
    ["/v1/runs?limit=200", own],
    ["/v1/runs/a0X000000000001", own],
    ["/v1/runs", own, { method: "POST", body: "{", headers: { "content-type": "application/json" } }],
  ];
  const answers: { status: number }[] = [];
  for (const [path, authorization, init] of asks) {
    const answer = await fetch(address + path, { ...init, headers: { ...init?.headers, authorization } });
    const text = `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
    said.push({ place: `answer ${answers.length + 1}, ${path.split("?")[0] ?? ""}`, text });
    answers.push({ status: answer.status });
  }
  child.kill("SIGTERM");
  await new Promise((resolve) => child.on("close", resolve));
  said.push({ place: "service, errors", text: log.text });
  return answers;
}
