import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ClientStep, failure, pick, result, same, type World } from "./clientStep.ts";

const PACKAGE = fileURLToPath(new URL("../../force-app/", import.meta.url));
const LAYOUT = "main/default/layouts/Partner_Training__c-Partner Training Layout.layout-meta.xml";
const RULE =
  "main/default/objects/Partner_Training__c/validationRules/Training_Ends_After_Completion.validationRule-meta.xml";

const dryRun = ["project", "deploy", "start", "--dry-run", "--source-dir", "force-app"];

interface Failure {
  readonly fullName: string;
  readonly lineNumber: number;
  readonly problem: string;
}

/** Puts the package into the CLI's project, changed where a mistake is planted. */
function copyPackage({ sf }: World, mistakes: Readonly<Record<string, readonly [string, string]>> = {}): void {
  const copy = join(sf.directory, "force-app");
  cpSync(PACKAGE, copy, { recursive: true });
  for (const [name, [from, to]] of Object.entries(mistakes)) {
    const file = join(copy, name);
    const text = readFileSync(file, "utf8");
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    writeFileSync(file, text.replace(from, to));
  }
}

function lineOf(name: string, text: string): number {
  const lines = readFileSync(join(PACKAGE, name), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

export const deploySteps: readonly ClientStep[] = [
  {
    command: "project deploy start --dry-run",
    sentence: "finds nothing wrong with the package",
    run: async (world) => {
      copyPackage(world);
      const { status, numberComponentErrors } = await result(world, dryRun);
      same([status, numberComponentErrors], ["Succeeded", 0]);
    },
  },
  {
    command: "project deploy start --dry-run",
    sentence: "names component, line and reason of each planted mistake, and nothing else",
    run: async (world) => {
      copyPackage(world, {
        [LAYOUT]: ["<field>Completed_Date__c</field>", "<field>Completd__c</field>"],
        [RULE]: ["Completed_Date__c > Expires_Date__c", "Course__c > Expires_Date__c"],
      });
      const refused = await failure(world, dryRun);
      const { details } = refused["result"] as { details: { componentFailures: Failure[] } };
      const failures = details.componentFailures.map((one) => pick(one, "fullName", "problem"));
      const layout = details.componentFailures.find(({ fullName }) => fullName.endsWith("Layout"));
      same(
        failures.map(({ fullName }) => fullName),
        ["Partner_Training__c-Partner Training Layout", "Partner_Training__c.Training_Ends_After_Completion"],
      );
      same(pick(layout, "lineNumber", "problem"), {
        lineNumber: lineOf(LAYOUT, "<field>Completed_Date__c</field>"),
        problem: 'layout names field "Partner_Training__c.Completd__c", which does not exist',
      });
    },
  },
  {
    command: "project deploy start",
    sentence: "is told that a running org's metadata do not change",
    run: async (world) => {
      copyPackage(world);
      const refused = await failure(world, ["project", "deploy", "start", "--source-dir", "force-app"]);
      same(refused["name"], "FUNCTIONALITY_NOT_ENABLED");
    },
  },
];
