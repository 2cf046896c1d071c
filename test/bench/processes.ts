/** The processes of a bench: every one by itself, so that its memory is its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Serving } from "./bulkServer.ts";
import type { Measures } from "./contender.ts";
import { services } from "./contenders.ts";

type Environment = Readonly<Record<string, string>>;

/** Long enough for ten million rows through the slowest. */
const mostMinutes = 60;

export interface BenchServer {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Says which pages are served from now on. */
  readonly serve: (serving: Partial<Serving>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** As the ways to run the service in `deploy/` have it: compiled code is kept for everybody, the service's heap is its own matter. */
function environmentOf(name: string, directory: string): Environment {
  const compiled = { NODE_COMPILE_CACHE: join(directory, "compiled") };
  return services.has(name)
    ? { ...compiled, NODE_OPTIONS: "--max-semi-space-size=4", MALLOC_ARENA_MAX: "1" }
    : compiled;
}

export async function runToEnd(script: string, args: readonly string[], own: Environment = {}): Promise<void> {
  const child = start(script, args, "inherit", own);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${script} ${args[0] ?? ""} ended with code ${code}`);
}

/** One contender's measures; it is started once before, for its code alone. */
export async function measure(
  name: string,
  { url, clientId, clientSecret }: BenchServer,
  directory: string,
): Promise<Measures> {
  const file = join(directory, "measures.json");
  const own = environmentOf(name, directory);
  await runToEnd("contender", [name], own);
  await runToEnd("contender", [name, url, clientId, clientSecret, directory, file], own);
  return JSON.parse(readFileSync(file, "utf8")) as Measures;
}

export async function startServer(directory: string): Promise<BenchServer> {
  const child = start("bulkServer", [directory], "pipe", {});
  const ended = once(child, "exit");
  const address = JSON.parse(await firstLine(child, ended)) as Pick<BenchServer, "url" | "clientId" | "clientSecret">;
  const { url } = address;
  return {
    ...address,
    serve: async (serving) => {
      const body = JSON.stringify({ hasLines: true, isChanged: false, isLong: false, ...serving });
      await fetch(`${url}/serving`, { method: "POST", body });
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  const line = await Promise.race([once(lines, "line"), ended.then(() => null)]);
  if (line === null) throw new Error("The server ended before it was up");
  return String((line as string[])[0]);
}

function start(script: string, args: readonly string[], stdout: "inherit" | "pipe", own: Environment): ChildProcess {
  const file = join(import.meta.dirname, `${script}.ts`);
  const child = spawn(process.execPath, ["--no-warnings", file, ...args], {
    stdio: ["ignore", stdout, "inherit"],
    timeout: mostMinutes * 60_000,
    env: { ...process.env, ...own },
  });
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}
