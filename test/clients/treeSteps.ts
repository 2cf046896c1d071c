import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClientStep, failure, queried, result, same } from "./clientStep.ts";

const FAMILY = [
  { Name: "Tree One", contacts: ["Ash", "Birch"] },
  { Name: "Tree Two", contacts: [] },
];

function treeOf(accounts: typeof FAMILY): string {
  const records = accounts.map(({ Name, contacts }, a) => ({
    attributes: { type: "Account", referenceId: `A${a}` },
    Name,
    ...(contacts.length === 0
      ? {}
      : {
          Contacts: {
            records: contacts.map((LastName, c) => ({
              attributes: { type: "Contact", referenceId: `C${a}${c}` },
              LastName,
            })),
          },
        }),
  }));
  return JSON.stringify({ records });
}

const SOQL =
  "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Name LIKE 'Tree%' ORDER BY Name";

function expectedRows(times: number): unknown[] {
  const list = (names: readonly string[]): unknown => ({
    totalSize: names.length,
    done: true,
    records: names.map((LastName) => ({ LastName })),
  });
  return FAMILY.flatMap(({ Name, contacts }) =>
    Array.from({ length: times }, () => ({ Name, Contacts: contacts.length === 0 ? null : list(contacts) })),
  );
}

export const treeSteps: readonly ClientStep[] = [
  {
    command: "data import tree",
    sentence: "creates accounts with their contacts",
    run: async (world) => {
      const file = world.sf.write("tree.json", treeOf(FAMILY));
      const made = await result<{ refId: string; type: string }[]>(world, ["data", "import", "tree", "--files", file]);
      same(
        made.map(({ refId, type }) => `${type} ${refId}`),
        ["Account A0", "Account A1", "Contact C00", "Contact C01"],
      );
      same(await queried(world, SOQL), expectedRows(1));
    },
  },
  {
    command: "data import tree",
    sentence: "keeps nothing of a tree in which one record is at fault",
    run: async (world) => {
      const tree = treeOf([{ Name: "Tree Three", contacts: ["Cedar", "D".repeat(81)] }]);
      const refused = await failure(world, [
        ...["data", "import", "tree", "--files", world.sf.write("bad.json", tree)],
      ]);
      if (!JSON.stringify(refused).includes("STRING_TOO_LONG")) throw new Error(JSON.stringify(refused));
      same(await queried(world, "SELECT Id FROM Account WHERE Name = 'Tree Three'"), []);
    },
  },
  {
    command: "data export tree",
    sentence: "writes what was imported to files, with a plan",
    run: async (world) => {
      await result(world, ["data", "export", "tree", "--query", SOQL, "--output-dir", "exported", "--plan"]);
      const read = (name: string): { records: Record<string, unknown>[] } =>
        JSON.parse(readFileSync(join(world.sf.directory, "exported", name), "utf8")) as never;
      same(
        read("Account.json").records.map((record) => record["Name"]),
        FAMILY.map(({ Name }) => Name),
      );
      same(
        read("Contact.json").records.map((record) => [record["LastName"], record["AccountId"]]),
        [
          ["Ash", "@AccountRef1"],
          ["Birch", "@AccountRef1"],
        ],
      );
    },
  },
  {
    command: "data import tree",
    sentence: "creates by that plan what it names",
    run: async (world) => {
      const plan = join("exported", "Account-Contact-plan.json");
      await result(world, ["data", "import", "tree", "--plan", plan]);
      same(await queried(world, SOQL), expectedRows(2));
    },
  },
  {
    command: "org list sobject record-counts",
    sentence: "counts them",
    run: async (world) => {
      const args = ["--sobject", "Account", "--sobject", "Contact"];
      const counts = await result(world, ["org", "list", "sobject", "record-counts", ...args]);
      // The record of an earlier step is in the recycle bin and counts for none; so is its contact's link.
      same(counts, [
        { count: 4, name: "Account" },
        { count: 5, name: "Contact" },
      ]);
    },
  },
];
