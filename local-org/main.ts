import { enableCompileCache } from "node:module";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { OrgOptions } from "./createOrg.ts";
import { type FaultRule, parseFaultRules } from "./faults/faultRule.ts";
import { MetadataError } from "./metadata/metadataError.ts";
import { StateError } from "./savedState.ts";
import { SeedError } from "./seed/seedError.ts";

const USAGE = `Usage: npm run org -- [--seed DIR] [--port N] [--now ISO] [--state DIR] [--page-size N] [--faults FILE]
                          [--trace FILE]

  --seed DIR       CSV files, one an object, named by API name (Account.csv)
  --port N         port on 127.0.0.1; none = any free one
  --now ISO        where the org's clock starts, such as 2023-12-15T02:00:00Z
  --state DIR      keep the data in DIR; none = in memory
  --page-size N    rows a result page of REST and Bulk, to show a client its seams
  --faults FILE    JSON of what goes wrong, and when (docs/faults.md)
  --trace FILE     add what each write did to FILE, a line of JSON each (docs/local-org-trace.md)`;

class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} "${text}" is no whole number`);
  const value = Number(text);
  if (value < least || value > most) throw new UsageError(`--${name} ${text} is not from ${least} to ${most}`);
  return value;
}

function faultsIn(file: string): readonly FaultRule[] {
  try {
    return parseFaultRules(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new UsageError(`--faults ${file}: ${(error as Error).message}`);
  }
}

function readOptions(): OrgOptions {
  const { values } = parseArgs({
    options: {
      seed: { type: "string" },
      port: { type: "string" },
      now: { type: "string" },
      state: { type: "string" },
      "page-size": { type: "string" },
      faults: { type: "string" },
      trace: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) throw new UsageError("");
  const port = wholeNumber("port", values.port, 0, 65_535);
  const pageSize = wholeNumber("page-size", values["page-size"], 1, 250_000);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
    throw new UsageError(`--now "${values.now}" is no ISO 8601 date-time`);
  return {
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.now === undefined ? {} : { now: values.now }),
    ...(values.state === undefined ? {} : { stateDirectory: values.state }),
    ...(port === undefined ? {} : { port }),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(values.trace === undefined ? {} : { traceFile: values.trace }),
    ...(values.faults === undefined ? {} : { faults: faultsIn(values.faults) }),
  };
}

async function start(): Promise<void> {
  // What was compiled once is taken from the cache at the next start, so that the org is imported only after this.
  enableCompileCache();
  const { createOrg } = await import("./createOrg.ts");
  const running = await createOrg(readOptions());
  console.log(
    `Local org at ${running.instanceUrl}: ${running.rowsSeeded} rows seeded, clock at ${running.org.clock.now().toISOString()}`,
  );
  console.log(`How to log in: ${running.connectionFile ?? "(not written)"}`);
  const stop = (): void => void running.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function isRefusal(error: unknown): error is Error {
  return error instanceof MetadataError || error instanceof SeedError || error instanceof StateError;
}

/** 2 = what was asked for cannot be done: usage, metadata, seed. 1 = unexpected. */
function report(error: unknown): void {
  const isUsage =
    error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") === true;
  if (isUsage) console.error([(error as Error).message, USAGE].filter(Boolean).join("\n\n"));
  else if (isRefusal(error)) console.error(error.message);
  else console.error(error);
  process.exitCode = isUsage || isRefusal(error) ? 2 : 1;
}

await start().catch(report);
