/** `npm start`: the production service where Salesforce is configured, else a whole programme on this machine. */
import { parseArgs } from "node:util";
import { readConfig, type ServiceConfig } from "./config.ts";
import { closeConnections } from "./crm/httpExchange.ts";
import { findShowcase } from "./crm/findShowcase.ts";
import { localCredentials } from "./crm/localConnection.ts";
import { openOrg, type Org } from "./crm/org.ts";
import { interruption } from "./interruption.ts";
import { localPages } from "./localPages.ts";
import { createLogger, type Log } from "./logger.ts";
import { exitCodeOf, InterruptedError, UsageError } from "./run/runErrors.ts";
import { runSync } from "./run/runSync.ts";
import { lastScreen, silentProgress, terminalProgress } from "./run/terminal.ts";
import { startService } from "./service.ts";
import { type LocalOrg, startLocalOrg } from "./startLocalOrg.ts";
import { nightly } from "./waitingRuns.ts";

await main();

async function main(): Promise<void> {
  let local: LocalOrg | null = null;
  let isInterrupted = false;
  try {
    const isOnce = readArguments();
    const config = readConfig(process.env);
    local = config.credentials === null ? await startLocalOrg() : null;
    const { stateDirectory } = config;
    const org = openOrg(config.credentials ?? localCredentials(local?.connectionFile), { stateDirectory });
    if (isOnce || local !== null) await runVisibly(org, config, local);
    if (local && !isOnce) await tellWhereItIs(org, local);
    if (!isOnce) await stayUp(org, config, local);
  } catch (error) {
    isInterrupted = error instanceof InterruptedError;
    process.exitCode = exitCodeOf(error);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    await local?.close();
    await closeConnections();
  }
  // Reads that the run left behind would keep the process waiting for nothing.
  if (isInterrupted) process.exit();
}

/** Whether the service ends after one run. @throws UsageError */
function readArguments(): boolean {
  try {
    return parseArgs({ options: { once: { type: "boolean", default: false } } }).values.once;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nUsage: npm start [-- --once]   (one run, and its exit code)`, { cause: error });
  }
}

/** Where programs and people find the local org. */
async function tellWhereItIs(org: Org, { instanceUrl, connectionFile }: LocalOrg): Promise<void> {
  process.stdout.write(`  The local org stays up at ${instanceUrl}; programs log in with ${connectionFile}\n\n`);
  process.stdout.write(`${localPages(instanceUrl, await findShowcase(org))}\n`);
}

/** One run with its steps and a last screen; the exit code is the run's. */
async function runVisibly(org: Org, config: ServiceConfig, local: LocalOrg | null): Promise<void> {
  const isWatched = local !== null || process.stderr.isTTY;
  const progress = isWatched ? terminalProgress() : silentProgress;
  const log = logFor(config, isWatched);
  const { signal, dispose } = interruption();
  try {
    const result = await runSync({ org, log, progress, signal }, nightly);
    process.exitCode = result.exitCode;
    process.stdout.write(`${lastScreen(result)}\n`);
  } finally {
    dispose();
  }
}

/** Schedule, requests and the HTTP API until the process is told to end. */
async function stayUp(org: Org, config: ServiceConfig, local: LocalOrg | null): Promise<void> {
  // A newcomer's machine may have anything at the usual port.
  const isPortOpen = local !== null && (process.env.HTTP_PORT ?? "") === "";
  const service = await startService(
    org,
    isPortOpen ? { ...config, httpPort: 0 } : config,
    createLogger(config.logLevel),
  );
  if (local) process.stdout.write(`  The service's HTTP API is at ${service.address}/openapi.json\n\n`);
  await untilToldToEnd();
  await service.stop();
  process.exitCode = 0;
}

function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** A person watching gets the steps instead of the logs, unless asked otherwise. */
function logFor(config: ServiceConfig, isWatched: boolean): Log {
  const isAsked = (process.env.LOG_LEVEL ?? "") !== "";
  return createLogger(isWatched && !isAsked ? "error" : config.logLevel);
}
