/** The command line as a process of its own, against a local org. */
import { spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { connectionFileOf, type ProgramOrg } from "./programOrg.ts";

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export type Command = (...args: readonly string[]) => Promise<Ended>;

/** Runs commands in a directory where that org's connection lies. */
export function commandFor({ local }: Pick<ProgramOrg, "local">): Command {
  const directory = local.directory.path;
  symlinkSync(join(connectionFileOf(local), ".."), join(directory, ".local-org"));
  const cli = join(import.meta.dirname, "../../sync-service/cli.ts");
  return (...args) => ended([cli, ...args], directory);
}

/** A Node process, waited for. */
export function ended(args: readonly string[], cwd: string, environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH ?? "", ...environment } });
  const texts = { output: "", errors: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (texts.errors += chunk.toString()));
  return new Promise((resolve) => child.on("close", (exitCode) => resolve({ exitCode, ...texts })));
}
