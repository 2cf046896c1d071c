import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, commandFor } from "./command.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

const rows = join(import.meta.dirname, "../../force-app/main/default/customMetadata");
const bronze = "Partner_Tier_Requirement.Bronze.md-meta.xml";
const bronzeXml = readFileSync(join(rows, bronze), "utf8");

describe("A rehearsal of a changed policy", () => {
  let org: ProgramOrg;
  let command: Command;
  let folders = 0;
  beforeAll(async () => {
    org = await programOrg(smallProgram());
    command = commandFor(org);
    await org.run();
  });
  afterAll(() => org.close());

  /** A folder that holds one file. */
  const policy = (name: string, xml: string): string => {
    folders += 1;
    return join(org.local.directory.write(`policy${folders}/${name}`, xml), "..");
  };

  test("of the rows that are in force anyway moves nobody", async () => {
    const { exitCode, output } = await command("rehearse", "--policy", policy(bronze, bronzeXml), "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      asOf: "2023-12-15",
      files: [bronze],
      partners: [],
      totals: { partners: 4, movingUp: 0, movingDown: 0 },
    });
  });

  test("R-2 without the training of Bronze moves up whoever has its revenue, and writes nothing", async () => {
    const easier = bronzeXml.replace(/>3\.0</, ">0.0<").replace(/>1\.0</, ">0.0<");
    const directory = policy(bronze, easier);
    const { exitCode, output } = await command("rehearse", "--policy", directory);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/Would move \(1\):\n +Contoso +Registered -> Bronze/);
    expect(output).toContain("gains Product Roadmap, Demo Environment, Partner Badge, Partner Listing");
    expect(output).toContain("Of 4 partners 1 would move up and 0 down");
    expect(await org.records("SELECT Partner_Tier__c FROM Account WHERE Name = 'Contoso'")).toMatchObject([
      { Partner_Tier__c: "Registered" },
    ]);
    expect(await org.records("SELECT Id FROM Partner_Sync_Run__c")).toHaveLength(1);
  });

  test("R-14 with a higher Bronze shows who would qualify for less, though nobody falls mid-year", async () => {
    const directory = policy(bronze, bronzeXml.replace(">20000.0<", ">60000.0<"));
    const { output } = await command("rehearse", "--policy", directory, "--json");
    expect(JSON.parse(output)).toMatchObject({
      partners: [
        { partnerName: "Northwind", tier: { from: "Bronze", to: "Bronze" }, qualifiedTier: { to: "Registered" } },
      ],
      totals: { movingDown: 0, qualifyingLower: 1 },
    });
  });

  test("answers a file that is no policy row with exit code 2 and names it", async () => {
    const { exitCode, errors, output } = await command("rehearse", "--policy", policy("notes.txt", "higher!"));
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
    expect(errors).toContain("notes.txt: is no policy row");
  });

  test.each([
    ["a directory that does not exist", ["--policy", "nowhere"]],
    ["no directory at all", []],
  ])("answers %s with exit code 2", async (_case, args) => {
    expect(await command("rehearse", ...args)).toMatchObject({ exitCode: 2, output: "" });
  });
});
