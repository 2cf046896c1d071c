/**
 * `npm run bench`: makes a programme of a size, serves it, and prints what each way to
 * get through it takes, in one table, for the same bytes. Results are compared with
 * DuckDB's before any time is printed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkOutcomes } from "./checkOutcomes.ts";
import type { Measures } from "./contender.ts";
import { measure, runToEnd, startServer } from "./processes.ts";
import { printTable, type TableRow } from "./table.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "10000000" },
    partners: { type: "string" },
    growth: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});

const growthSizes: readonly (readonly [rows: number, partners: number])[] = [
  [100, 10],
  [10_000, 100],
  [100_000, 1_000],
  [1_000_000, 10_000],
  [10_000_000, 20_000],
  [1_000_000, 50_000],
];

if (values.growth) await growth();
else
  await benchOf(Number(values.rows), Number(values.partners ?? Math.max(100, Math.floor(Number(values.rows) / 500))));

async function benchOf(rows: number, partners: number): Promise<void> {
  say(
    `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  await withProgramme(rows, partners, async (directory, server) => {
    const table: TableRow[] = [];
    const take = async (name: string, contender: string, serving: object = {}) => {
      say(`  ${name}`);
      await server.serve(serving);
      const measures = await measure(contender, server, directory);
      table.push({ name, ...measures });
      return measures;
    };
    const bare = { hasLines: false };
    const oracle = await take("DuckDB read_csv, rules in SQL", "DuckDB read_csv");
    const unzipped = await take("floor: bytes through gunzip", "bytes through gunzip", bare);
    const floor = await take("floor: gunzip, scan, count", "gunzip, scan, count", bare);
    await take("service: read and decide, no lines", "read and decide", bare);
    const decided = await take("service: read and decide", "read and decide");
    const first = await take("service: first run", "whole run");
    const unchanged = await take("service: unchanged run", "whole run");
    const filtered = await take("service: filtered night", "filtered night");
    const changed = await take("service: 1 % changed", "whole run", { isChanged: true });
    await take("jsforce record stream", "jsforce record stream", { isLong: true });
    await take("csv-parse over fetch", "csv-parse over fetch");
    checkOutcomes({ oracle, decided, first, unchanged, filtered, changed }, directory);
    printTable(table, "floor: gunzip, scan, count");
    say(floorText(floor, unzipped));
  });
}

async function growth(): Promise<void> {
  const table: TableRow[] = [];
  for (const [rows, partners] of growthSizes)
    await withProgramme(rows, partners, async (directory, server) => {
      await measure("whole run", server, directory);
      const measures = await measure("whole run", server, directory);
      table.push({ name: `${rows} attributions, ${partners} partners: unchanged run`, ...measures });
    });
  printTable(table, null);
}

async function withProgramme(
  rows: number,
  partners: number,
  use: (directory: string, server: Awaited<ReturnType<typeof startServer>>) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "partner-bench-"));
  const remove = () => void (values.keep || rmSync(directory, { recursive: true, force: true }));
  const interrupted = () => {
    remove();
    process.exit(1);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    say(`${rows} attributions of ${partners} partners: making them in ${directory}`);
    await runToEnd("generate", [directory, String(rows), String(partners)]);
    const server = await startServer(directory);
    try {
      await use(directory, server);
    } finally {
      await server.stop();
    }
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    remove();
  }
}

/** What the floor itself is made of: it differs by machine. */
function floorText(floor: Measures, unzipped: Measures): string {
  const bytes = Number(floor.outcome["bytes"]) / floor.rows;
  const perSecond = Math.round(floor.rows / floor.seconds / 1000);
  const [alone, both] = [unzipped.seconds.toFixed(1), floor.seconds.toFixed(1)];
  return `The floor: ${perSecond} thousand rows/s of ${Math.round(bytes)} bytes. One stream unzips and scans by turns: ${alone} s to unzip, ${both} s with the scan.`;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
