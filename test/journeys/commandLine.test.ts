import { spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { connectionFileOf, programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

describe("The command line", () => {
  let org: ProgramOrg;
  let directory: string;
  beforeAll(async () => {
    const seed = smallProgram();
    const twin = { ...seed.Account?.[0], Id: "Twin" } as Record<string, string>;
    org = await programOrg({ ...seed, Account: [...(seed.Account ?? []), twin] });
    directory = org.local.directory.path;
    symlinkSync(join(connectionFileOf(org.local), ".."), join(directory, ".local-org"));
  });
  afterAll(() => org.close());

  test.each([
    ["an unknown option", ["sync", "--fast"], {}, 2],
    ["an unknown command", ["dance"], {}, 2],
    ["a date that does not exist", ["sync", "--as-of", "2023-02-30"], {}, 2],
    ["a partner id that is none", ["sync", "--partner", "Northwind"], {}, 2],
    ["a partner that does not exist", ["sync", "--partner", "001000000000999AAA"], {}, 2],
    ["half an environment", ["sync"], { SF_LOGIN_URL: "https://login.salesforce.com" }, 2],
    ["a partner nobody has heard of", ["explain", "Nobody"], {}, 2],
    ["a name of two partners", ["explain", "Northwind"], {}, 2],
    ["help", ["--help"], {}, 0],
  ])("answers %s with its exit code", async (_name, args, environment, exitCode) => {
    expect(await command(args, environment)).toMatchObject({ exitCode });
  });

  test("names the candidates of an ambiguous name", async () => {
    const { errors } = await command(["explain", "Northwind"]);
    expect(errors).toMatch(/001\w+ Northwind, 001\w+ Northwind/);
  });

  test("prints one JSON document, also when it fails", async () => {
    const failed = await command(["sync", "--json", "--partner", "001000000000999AAA"]);
    expect(JSON.parse(failed.output)).toMatchObject({ status: "Failed", exitCode: 2, rowsWritten: 0 });
    const done = await command(["sync", "--json"]);
    expect(done.exitCode).toBe(0);
    expect(JSON.parse(done.output)).toMatchObject({ version: 1, status: "Completed", asOf: "2023-12-15", held: null });
  });

  test("explains a partner by its exact name, in words and as JSON", async () => {
    const words = await command(["explain", "Contoso"]);
    expect(words).toMatchObject({ exitCode: 0 });
    expect(words.output).toContain("USD 30,000.00  year to date  R-22  Deal2");
    const { output } = await command(["explain", "Contoso", "--json"]);
    expect(JSON.parse(output)).toMatchObject({ partner: { name: "Contoso" }, decision: { tierAfter: "Registered" } });
    expect(output).toContain('"creditUsd": "30000.00"');
  });

  function command(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
    const cli = join(import.meta.dirname, "../../sync-service/cli.ts");
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: directory,
      env: { PATH: process.env.PATH ?? "", ...environment },
    });
    const texts = { output: "", errors: "" };
    child.stdout.on("data", (chunk: Buffer) => (texts.output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (texts.errors += chunk.toString()));
    return new Promise((resolve) => child.on("close", (exitCode) => resolve({ exitCode, ...texts })));
  }
});
