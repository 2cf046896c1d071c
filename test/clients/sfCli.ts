import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Exactly this release, and no part of the lockfile: 298 MB that only this check needs. */
const SF_CLI = "@salesforce/cli@2.150.6";
const FETCH_MS = 600_000;
const COMMAND_MS = 120_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** What a command printed; `json` only where it was asked for with --json. */
export interface Printed {
  readonly exitCode: number;
  readonly out: string;
  readonly json: Record<string, unknown>;
}

interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly fault: string;
}

function run(file: string, args: readonly string[], options: { env: NodeJS.ProcessEnv; cwd: string; ms: number }) {
  return new Promise<Outcome>((resolve) => {
    const settings = { env: options.env, cwd: options.cwd, timeout: options.ms, maxBuffer: MOST_OUTPUT };
    execFile(file, args, settings, (error, out, fault) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ exitCode, out, fault: error?.killed === true ? `${fault}\nended after ${options.ms} ms` : fault });
    });
  });
}

function parsed(out: string): Record<string, unknown> {
  try {
    return JSON.parse(out) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The sf CLI in a home of its own: no session, alias or setting of the person who runs the check is seen or touched. */
export class SfCli {
  readonly directory: string;
  readonly #executable: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(directory: string, executable: string, env: NodeJS.ProcessEnv) {
    this.directory = directory;
    this.#executable = executable;
    this.#env = env;
  }

  /** Fetches the CLI by npx, into npm's own cache, and makes the home. Throws an Error where it cannot be had. */
  static async fetch(directory: string): Promise<SfCli> {
    const project = join(directory, "project");
    const home = join(directory, "home");
    for (const made of [join(project, "force-app"), home]) mkdirSync(made, { recursive: true });
    writeFileSync(
      join(project, "sfdx-project.json"),
      JSON.stringify({ packageDirectories: [{ path: "force-app", default: true }], sourceApiVersion: "66.0" }),
    );
    const npx = ["--yes", "--package", SF_CLI, "--call", "command -v sf"];
    const found = await run("npx", npx, { env: process.env, cwd: directory, ms: FETCH_MS });
    const executable = found.out.trim().split("\n").at(-1) ?? "";
    if (found.exitCode !== 0 || executable === "") throw new Error(`${SF_CLI} cannot be fetched: ${found.fault}`);
    const env = {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      SF_USE_GENERIC_UNIX_KEYCHAIN: "true",
      SF_DISABLE_TELEMETRY: "true",
      SF_AUTOUPDATE_DISABLE: "true",
      SF_SKIP_NEW_VERSION_CHECK: "true",
      SF_ORG_METADATA_REST_DEPLOY: "true",
    };
    return new SfCli(project, executable, env);
  }

  /** A file for a command to read. */
  write(name: string, content: string): string {
    const file = join(this.directory, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Printed> {
    const options = { env: { ...this.#env, ...env }, cwd: this.directory, ms: COMMAND_MS };
    const { exitCode, out, fault } = await run(process.execPath, [this.#executable, ...args], options);
    const json = args.includes("--json") ? parsed(out) : {};
    return { exitCode, out: out === "" ? fault : out, json };
  }
}
