import { AssertionError, deepStrictEqual } from "node:assert";
import type { RunningOrg } from "../../local-org/createOrg.ts";
import type { Printed, SfCli } from "./sfCli.ts";

/** What the steps work on; later ones use what earlier ones noted. */
export interface World {
  readonly sf: SfCli;
  readonly org: RunningOrg;
  readonly notes: Map<string, string>;
}

/** One command and what must come of it. Throws an Error that says what came instead. */
export interface ClientStep {
  /** `data create record` */
  readonly command: string;
  readonly sentence: string;
  readonly run: (world: World) => Promise<void>;
}

/** What an earlier step noted. */
export function noted(world: World, name: string): string {
  const value = world.notes.get(name);
  if (value === undefined) throw new Error(`"${name}" is not known: the step before failed`);
  return value;
}

/** Runs a command that must succeed; returns the result it prints as JSON. */
export async function result<T = Record<string, unknown>>(
  { sf }: World,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<T> {
  const printed = await sf.run([...args, "--json"], env);
  if (printed.exitCode !== 0 || printed.json["status"] !== 0) throw new Error(why(printed));
  return printed.json["result"] as T;
}

/** Runs a command that must fail; returns all that it prints as JSON. */
export async function failure({ sf }: World, args: readonly string[]): Promise<Record<string, unknown>> {
  const printed = await sf.run([...args, "--json"]);
  if (printed.exitCode === 0) throw new Error("it succeeded, where it had to fail");
  return printed.json;
}

function why({ json, out, exitCode }: Printed): string {
  const { name, message } = json;
  return typeof name !== "string" ? `exit code ${exitCode}: ${out.slice(0, 2000)}` : `${name}: ${String(message)}`;
}

/** The query's records as the CLI prints them, without their attributes. */
export async function queried(world: World, soql: string): Promise<unknown[]> {
  const { records } = await result<{ records: unknown[] }>(world, ["data", "query", "--query", soql]);
  return records.map(plain);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => name !== "attributes");
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner)]));
}

/** Holds what came against what had to come. */
export function same(actual: unknown, expected: unknown): void {
  try {
    deepStrictEqual(actual, expected);
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    throw new Error(`expected ${JSON.stringify(expected)}\ncame     ${JSON.stringify(actual)}`);
  }
}

/** The named members of an object, for comparing only them. */
export function pick(from: unknown, ...names: readonly string[]): Record<string, unknown> {
  const object = (from ?? {}) as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}
