/** Runs jsforce's own tests, unchanged, from a checked-out copy of its repository: `npm run check:jsforce -- DIR`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createOrg, type RunningOrg } from "../../local-org/createOrg.ts";
import { convertPackage, writeJsforceSeed } from "./jsforceSeed.ts";

const FILES = ["connection-crud", "query", "sobject", "bulk2", "connection-meta", "schema", "oauth2"];
/** Share of the tests that run, in percent, below which the check fails. */
const TARGET = 95;
/** A file that does not end by itself is ended. */
const FILE_MS = 8 * 60_000;
const USAGE =
  "Usage: npm run check:jsforce -- DIR [FILE…]   (a copy of jsforce, built: npm ci --ignore-scripts && npx tsc -p .)";

/** The part of jest's JSON report that is read. */
interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface Outcome {
  readonly file: string;
  readonly passed: number;
  readonly failed: readonly string[];
  /** Skipped by the suite itself. */
  readonly skipped: number;
}

function outcomeOf(file: string, { testResults }: Report): Outcome {
  const tests = testResults.flatMap((result) => result.assertionResults);
  if (tests.length === 0) throw new Error(`${file}: no test ran. ${testResults[0]?.message ?? ""}`);
  return {
    file,
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    skipped: tests.filter(({ status }) => status === "pending").length,
  };
}

async function runFile(suite: string, file: string, org: RunningOrg, directory: string): Promise<Outcome> {
  const report = join(directory, `${file}.json`);
  const jest = join(suite, "node_modules", "jest", "bin", "jest.js");
  const args = ["--no-warnings", jest, `test/${file}.test.ts`, "--json", `--outputFile=${report}`, "--forceExit"];
  const child = spawn(process.execPath, args, {
    cwd: suite,
    env: { ...process.env, SF_LOGIN_URL: org.instanceUrl, SF_ACCESS_TOKEN: org.connection.accessToken },
    stdio: ["ignore", "ignore", process.env["VERBOSE"] === "1" ? "inherit" : "ignore"],
    timeout: FILE_MS,
  });
  await once(child, "close");
  if (!existsSync(report)) throw new Error(`${file}: jest ended without a report within ${FILE_MS / 60_000} minutes`);
  return outcomeOf(file, JSON.parse(readFileSync(report, "utf8")) as Report);
}

function line(name: string, passed: number, failed: number, skipped: number): string {
  const cells = [passed, failed, passed + failed, skipped].map((count) => String(count).padStart(8));
  return name.padEnd(18) + cells.join("");
}

function print({ file, passed, failed, skipped }: Outcome): void {
  console.log(line(file, passed, failed.length, skipped));
  for (const name of failed) console.log(`    FAILED  ${name}`);
}

async function check(suite: string, files: readonly string[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "check-jsforce-"));
  const [packageDirectory, seed] = [join(directory, "package"), join(directory, "seed")];
  convertPackage(suite, packageDirectory);
  writeJsforceSeed(seed);
  const org = await createOrg({ packageDirectory, seed, connectionDirectory: null });
  try {
    console.log(`${"file".padEnd(18)}  passed  failed   total skipped`);
    const outcomes: Outcome[] = [];
    for (const file of files) {
      outcomes.push(await runFile(suite, file, org, directory));
      print(outcomes.at(-1)!);
    }
    const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed.length, 0);
    const share = (100 * passed) / (passed + failed);
    console.log(
      line(
        "all",
        passed,
        failed,
        outcomes.reduce((sum, { skipped }) => sum + skipped, 0),
      ),
    );
    console.log(`${share.toFixed(1)} % passed, at least ${TARGET} % must`);
    process.exitCode = share >= TARGET ? 0 : 1;
  } finally {
    await org.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

const [suite, ...chosen] = process.argv.slice(2);
if (suite === undefined || !existsSync(join(suite, "node_modules", "jest"))) {
  console.error(USAGE);
  process.exitCode = 2;
} else await check(resolve(suite), chosen.length > 0 ? chosen : FILES);
