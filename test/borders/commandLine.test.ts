/** Bad words on the command line: code 2, what is wrong and what is taken, and one JSON document where it was asked for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ConfigurationError } from "../../sync-service/crm/errors.ts";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { type Ended, ended } from "../journeys/command.ts";
import { type CommandCase, commandCases } from "./commandCases.ts";
import { connectionCases } from "./connectionCases.ts";
import { wordCases } from "./wordCases.ts";

const root = join(import.meta.dirname, "../..");
const programs = { cli: "sync-service/cli.ts", start: "sync-service/main.ts", org: "local-org/main.ts" };
const directory = mkdtempSync(join(tmpdir(), "commands-"));
afterAll(() => rmSync(directory, { recursive: true }));

test.each(wordCases)("$option refuses '$text'", ({ read, text, says }) => {
  expect(() => read(text)).toThrow(says);
});

test.each(connectionCases.map((one) => [one.what, one] as const))("a connection.json %s is refused", (_what, one) => {
  const file = join(directory, "connection.json");
  if (one.content !== null) writeFileSync(file, one.content);
  expect(() => localCredentials(file)).toThrow(one.says);
  expect(() => localCredentials(file)).toThrow(ConfigurationError);
});

test.each(commandCases.map((one, at) => [one.what, one, at] as const))("%s is refused", async (_what, one, at) => {
  const { exitCode, output, errors } = await carryOut(one, join(directory, String(at)));
  expect(errors).toContain(one.says);
  expect(exitCode).toBe(2);
  if (!one.args.includes("--json")) expect(output).toBe("");
  else expect(JSON.parse(output)).toMatchObject({ status: "Failed", exitCode: 2, rowsWritten: 0 });
  // Nobody who mistypes is shown the program's inside.
  expect(errors).not.toMatch(/^\s+at .*\.(ts|js):\d+/m);
});

function carryOut({ program, args, files = {}, environment = {} }: CommandCase, cwd: string): Promise<Ended> {
  mkdirSync(cwd);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  // Dozens of starts of the same programs: what was compiled once is taken from here.
  const cache = { NODE_COMPILE_CACHE: join(directory, "cache") };
  return ended([join(root, programs[program]), ...args], cwd, { ...cache, ...environment });
}
