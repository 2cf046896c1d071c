/** How many bad inputs are tried at each border: the table of docs/reliability.md, held to what is tried. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brokenCells } from "./brokenCells.ts";
import { cellCases } from "./cellCases.ts";
import { commandCases } from "./commandCases.ts";
import { connectionCases } from "./connectionCases.ts";
import { environmentCases } from "./environmentCases.ts";
import { httpCases } from "./httpCases.ts";
import { oddRows } from "./oddRows.ts";
import { policyCases } from "./policyCases.ts";
import { packageRowCases, policyFileCases } from "./policyFileCases.ts";
import { seedCases } from "./seedCases.ts";
import { wordCases } from "./wordCases.ts";

const borders: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
  ["environment, key file, `connection.json`", [environmentCases, connectionCases]],
  ["command line", [wordCases, commandCases]],
  ["CSV seed of the local org", [seedCases]],
  ["HTTP path, query, headers, body", [httpCases]],
  ["custom metadata of an org", [policyCases]],
  ["custom metadata files", [policyFileCases, packageRowCases]],
  ["cells of Salesforce's answers", [cellCases, brokenCells]],
  ["records with impossible values", [oddRows]],
];

const document = readFileSync(join(import.meta.dirname, "../../docs/reliability.md"), "utf8");

test.each(borders.map(([name, tables]) => [name, tables.flat().length] as const))(
  "%s: %i cases, as the table says",
  (name, cases) => {
    const [, , said] =
      document
        .split("\n")
        .find((line) => line.startsWith(`| ${name} `))
        ?.split("|") ?? [];
    expect(Number(said)).toBe(cases);
  },
);

test("the table's sum is the sum", () => {
  const sum = borders.reduce((all, [, tables]) => all + tables.flat().length, 0);
  expect(sum).toBeGreaterThanOrEqual(100);
  expect(document).toContain(`${sum} bad inputs`);
});
