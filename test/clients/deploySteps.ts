import { execFileSync } from "node:child_process";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readXml, type XmlElement } from "../../local-org/metadata/readXml.ts";
import { buildPackage } from "../../local-org/package/buildPackage.ts";
import { type ClientStep, failure, pick, result, same, type World } from "./clientStep.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(PROJECT, "force-app");
const LAYOUT = "main/default/layouts/Partner_Training__c-Partner Training Layout.layout-meta.xml";
const RULE =
  "main/default/objects/Partner_Training__c/validationRules/Training_Ends_After_Completion.validationRule-meta.xml";

const dryRun = ["project", "deploy", "start", "--dry-run", "--source-dir", "force-app"];

interface Failure {
  readonly fullName: string;
  readonly lineNumber: number;
  readonly problem: string;
}

/** What a file says, whatever its spelling of quotes and order of elements. */
function saying(element: XmlElement): unknown {
  const children = Object.entries(element.children).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    element.text,
    children.map(([name, list]) => [
      name,
      list
        .map(saying)
        .map((one) => JSON.stringify(one))
        .sort(),
    ]),
  ];
}

function contentOf(path: string, content: string): unknown {
  return /\.(js|html|css|svg)$/.test(path) ? content : saying(readXml(content).root);
}

/** Puts the package into the CLI's project, changed where a mistake is planted. */
function copyPackage({ sf }: World, mistakes: Readonly<Record<string, readonly [string, string]>> = {}): void {
  const copy = join(sf.directory, "force-app");
  for (const file of [".forceignore", "sfdx-project.json"]) cpSync(join(PROJECT, file), join(sf.directory, file));
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
    command: "project convert source",
    sentence: "makes of the source what check:package builds, file by file",
    run: async (world) => {
      execFileSync("npm", ["run", "--silent", "build:lwc"], { cwd: PROJECT });
      copyPackage(world);
      await result(world, ["project", "convert", "source", "--source-dir", "force-app", "--output-dir", "converted"]);
      const converted = join(world.sf.directory, "converted");
      const paths = globSync("**/*.*", { cwd: converted }).sort();
      const built = buildPackage(PROJECT, PACKAGE).files;
      same([...built.keys()].sort(), paths);
      const differing = paths.filter((path) => {
        const theirs = contentOf(path, readFileSync(join(converted, path), "utf8"));
        return JSON.stringify(contentOf(path, new TextDecoder().decode(built.get(path)))) !== JSON.stringify(theirs);
      });
      same(differing, []);
    },
  },
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
