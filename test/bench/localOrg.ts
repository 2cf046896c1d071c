/** Measures the local org against its targets: `npm run bench:org [-- ROWS]`. Timings say nothing on a busy machine; CPU time says more. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { Agent, request } from "undici";
import { createOrg, type RunningOrg } from "../../local-org/createOrg.ts";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ACCOUNTS = 50_000;
const MAIN = fileURLToPath(new URL("../../local-org/main.ts", import.meta.url));
const STARTS = 5;
const POLL_MS = 10;
const READS = 2000;
const PAGES = 20;

interface Line {
  readonly what: string;
  readonly least: number;
  readonly middle: number;
  /** Milliseconds; the target is for the whole of the rows. */
  readonly target: number;
  readonly note: string;
}

async function writeCsv(file: string, header: string, count: number, line: (at: number) => string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  for (let at = 0; at < count; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - at) }, (_none, index) => line(at + index));
    if (!stream.write(`${lines.join("\n")}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
}

async function writeSeed(directory: string): Promise<void> {
  mkdirSync(directory);
  await writeCsv(join(directory, "Account.csv"), "Id,Name", ACCOUNTS, (at) => `a${at},Account ${at}`);
  const stages = ["Prospecting", "Closed Won", "Closed Lost", "Negotiation/Review"];
  await writeCsv(
    join(directory, "Opportunity.csv"),
    "Id,Name,AccountId,StageName,CloseDate,Amount",
    ROWS,
    (at) =>
      `o${at},Deal ${at},a${at % ACCOUNTS},${stages[at % 4]},2023-${String(1 + (at % 12)).padStart(2, "0")}-15,${at % 90_000}.25`,
  );
}

function summary(what: string, times: readonly number[], target: number, note = ""): Line {
  const sorted = [...times].sort((a, b) => a - b);
  return { what, least: sorted[0]!, middle: sorted[sorted.length >> 1]!, target, note };
}

/** Milliseconds from the start of a process until it has written where to reach it. */
async function startOnce(directory: string): Promise<number> {
  const state = join(directory, ".local-org");
  rmSync(state, { recursive: true, force: true });
  const start = performance.now();
  const child = spawn(process.execPath, ["--no-warnings", MAIN], { cwd: directory, stdio: "ignore" });
  const file = join(state, "connection.json");
  while (!existsSync(file) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const took = performance.now() - start;
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
  return took;
}

async function emptyStarts(directory: string): Promise<Line> {
  const times: number[] = [];
  for (let at = 0; at < STARTS; at += 1) times.push(await startOnce(directory));
  return summary("empty org up, from the start of its process", times, 2000);
}

async function get(agent: Agent, org: RunningOrg, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${org.connection.accessToken}` };
  const { body, statusCode } = await request(`${org.instanceUrl}/services/data/v66.0${path}`, {
    dispatcher: agent,
    headers,
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(text);
  return text;
}

async function timed(count: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await work(at);
    times.push(performance.now() - start);
  }
  return times;
}

async function reads(org: RunningOrg): Promise<Line[]> {
  const agent = new Agent({ connections: 1 });
  const first = JSON.parse(await get(agent, org, "/query?q=SELECT+Id+FROM+Opportunity+LIMIT+2000")) as {
    records: { Id: string }[];
  };
  const ids = first.records.map(({ Id }) => Id);
  const idAt = (at: number): string => ids[(at * 7919) % ids.length]!;
  const one = await timed(READS, (at) => get(agent, org, `/sobjects/Opportunity/${idAt(at)}?fields=Id,Name,Amount`));
  const stored = await timed(READS, (at) => Promise.resolve(org.org.store.find("Opportunity", idAt(at))));
  const page = await timed(PAGES, () =>
    get(agent, org, "/query?q=SELECT+Id,Name,Amount,StageName,CloseDate,Account.Name+FROM+Opportunity+LIMIT+2000"),
  );
  await agent.close();
  return [
    summary("one record by id, from the store", stored, 1),
    summary("one record by id, over HTTP", one, 1),
    summary("a page of 2,000 rows with a parent's name, over HTTP", page, 20),
  ];
}

function print(lines: readonly Line[]): void {
  const cpu = cpus();
  console.log(`${cpu[0]?.model ?? "unknown"}, ${cpu.length} cores, Node ${process.version}`);
  console.log(`${"".padEnd(56)}${"least".padStart(12)}${"median".padStart(12)}${"target".padStart(12)}`);
  const shown = (ms: number): string => `${ms.toFixed(ms < 100 ? 3 : 0)} ms`.padStart(12);
  for (const { what, least, middle, target, note } of lines)
    console.log(`${what.padEnd(56)}${shown(least)}${shown(middle)}${shown(target)}  ${note}`);
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "bench-org-"));
  try {
    writeFileSync(join(directory, "package.json"), "{}");
    const lines = [await emptyStarts(directory)];
    const seed = join(directory, "seed");
    await writeSeed(seed);
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const org = await createOrg({ seed, connectionDirectory: null, now: "2023-12-15T10:00:00Z" });
    const took = performance.now() - start;
    const used = process.cpuUsage(cpu);
    const note = `CPU ${((used.user + used.system) / 1000).toFixed(0)} ms, ${org.rowsSeeded} rows`;
    lines.push(summary(`${ROWS.toLocaleString("en")} opportunities seeded`, [took], 15_000, note));
    lines.push(...(await reads(org)));
    await org.close();
    print(lines);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await main();
