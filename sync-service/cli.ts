/** The commands `sync`, `explain`, `rehearse` and `doctor`: one look or one run at one org. */
import { Command, CommanderError } from "commander";
import { assumption, day, planHash, recordId } from "./cliArguments.ts";
import { readConfig, type ServiceConfig } from "./config.ts";
import { closeConnections } from "./crm/httpExchange.ts";
import { localCredentials } from "./crm/localConnection.ts";
import { openOrg, type Org } from "./crm/org.ts";
import { interruption } from "./interruption.ts";
import { createLogger } from "./logger.ts";
import { examinationText } from "./doctor/examinationText.ts";
import { examine } from "./doctor/examine.ts";
import type { Assumption } from "./program/assumption.ts";
import { explainPartner } from "./run/explainPartner.ts";
import { explanationText } from "./run/explanationText.ts";
import { failureDocument, jsonDocument } from "./run/jsonDocument.ts";
import { rehearsalText } from "./run/rehearsalText.ts";
import { rehearse } from "./run/rehearse.ts";
import { exitCodeOf, UsageError } from "./run/runErrors.ts";
import { runSync } from "./run/runSync.ts";
import { lastScreen, silentProgress, terminalProgress } from "./run/terminal.ts";

interface SyncOptions {
  readonly asOf?: string;
  readonly partner?: string;
  readonly dryRun?: true;
  readonly full?: true;
  readonly json?: true;
  readonly approve?: string;
}

interface ExplainOptions {
  readonly asOf?: string;
  readonly with?: readonly Assumption[];
  readonly json?: true;
}

interface DoctorOptions {
  readonly json?: true;
}

interface RehearseOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly json?: true;
}

const usageExitCode = 2;

await main(process.argv);

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("partner-program").exitOverride().showHelpAfterError("(--help lists the options)");
  program
    .command("sync")
    .description("one run: computes tiers, benefits and credit, writes what differs")
    .option("--as-of <date>", "YYYY-MM-DD instead of the org's today", day)
    .option("--partner <id>", "one partner only", recordId)
    .option("--dry-run", "write nothing at all")
    .option("--full", "read all deals, as once a week; other nights leave old unchanged ones out")
    .option("--json", "one JSON document on standard output")
    .option("--approve <hash>", "let a held plan through", planHash)
    .action(sync);
  program
    .command("doctor")
    .description("looks at all that a run needs, and says what to mend; writes nothing")
    .option("--json", "one JSON document on standard output")
    .action(doctor);
  program
    .command("explain")
    .description("why a partner has its tier")
    .argument("<partner>", "account id or exact name")
    .option("--as-of <date>", "YYYY-MM-DD instead of the org's today", day)
    .option(
      "--with <assumption>",
      "what if, as eARR=50000, technical=2, sales+=1, agreement=NAME; repeatable",
      assumption,
    )
    .option("--json", "one JSON document on standard output")
    .action(explain);
  program
    .command("rehearse")
    .description("the whole programme under changed policy rows: who would move; writes nothing")
    .requiredOption("--policy <dir>", "custom metadata files of the changed rows")
    .option("--as-of <date>", "YYYY-MM-DD instead of the org's today", day)
    .option("--json", "one JSON document on standard output")
    .action(rehearsePolicy);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
    const isRefused = error.exitCode !== 0 && argv.includes("--json");
    if (isRefused) process.stdout.write(`${jsonDocument(failureDocument(new UsageError(error.message), null))}\n`);
  }
}

async function sync(options: SyncOptions): Promise<void> {
  const asOf = options.asOf ?? null;
  const { signal } = interruption();
  await report(options.json ?? false, asOf, async (org, config) => {
    const result = await runSync(
      {
        org,
        log: createLogger(logLevel(config)),
        progress: progressFor(),
        signal,
      },
      {
        asOf,
        partnerId: options.partner ?? null,
        isDryRun: options.dryRun ?? false,
        approve: options.approve ?? null,
        mode: options.partner === undefined ? "Nightly" : "On Demand",
        requestedRunId: null,
        isFullReading: options.full ?? false,
      },
    );
    process.exitCode = result.exitCode;
    return options.json ? jsonDocument(result) : lastScreen(result);
  });
  // Reads that the run left behind would keep the process waiting for nothing.
  if (signal.aborted) process.exit();
}

async function explain(partner: string, options: ExplainOptions): Promise<void> {
  const asOf = options.asOf ?? null;
  await report(options.json ?? false, asOf, async (org) => {
    const request = { asked: partner, asOf, assumptions: options.with ?? [] };
    const explained = await explainPartner(org, request, progressFor());
    return options.json ? jsonDocument(explained) : explanationText(explained);
  });
}

async function doctor(options: DoctorOptions): Promise<void> {
  await report(options.json ?? false, null, async (org) => {
    const examination = await examine(org);
    process.exitCode = examination.isFit ? 0 : usageExitCode;
    return options.json ? jsonDocument(examination) : examinationText(examination);
  });
}

async function rehearsePolicy(options: RehearseOptions): Promise<void> {
  const asOf = options.asOf ?? null;
  await report(options.json ?? false, asOf, async (org) => {
    const result = await rehearse(org, { directory: options.policy, asOf }, progressFor());
    return options.json ? jsonDocument(result) : rehearsalText(result);
  });
}

/** Prints what a command gives, or why it failed, and sets the exit code. */
async function report(
  isJson: boolean,
  asOf: string | null,
  command: (org: Org, config: ServiceConfig) => Promise<string>,
): Promise<void> {
  try {
    const config = readConfig(process.env);
    const org = openOrg(config.credentials ?? localCredentials(), { stateDirectory: config.stateDirectory });
    process.stdout.write(`${await command(org, config)}\n`);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    if (isJson) process.stdout.write(`${jsonDocument(failureDocument(error, asOf))}\n`);
  } finally {
    await closeConnections();
  }
}

/** A person watching gets the steps instead of the logs, unless asked otherwise. */
function logLevel(config: ServiceConfig): string {
  const isAsked = (process.env.LOG_LEVEL ?? "") !== "";
  return process.stderr.isTTY && !isAsked ? "error" : config.logLevel;
}

function progressFor() {
  return process.stderr.isTTY ? terminalProgress() : silentProgress;
}
