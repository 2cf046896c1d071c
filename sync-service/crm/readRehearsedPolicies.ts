/** The org's policies, and what they would be with the rows of a directory in the place of its own. */
import { z } from "zod";
import { ConfigurationError } from "./errors.ts";
import type { Org } from "./org.ts";
import { benefitSettings, courseSettings, policySettings, requirementSettings, type Setting } from "./policyFields.ts";
import { policiesOf, policyObjects, type PolicyRows, readPolicyRows, type ServicePolicy } from "./readPolicy.ts";
import { type PolicyFile, readPolicyFiles } from "./readPolicyFiles.ts";
import type { Row } from "./restQuery.ts";
import { checkedValues } from "./settingRows.ts";

export interface RehearsedPolicies {
  readonly now: readonly ServicePolicy[];
  readonly rehearsed: readonly ServicePolicy[];
  /** Names of the files, ascending. */
  readonly files: readonly string[];
}

type Kind = keyof PolicyRows;

const settingsOf: Readonly<Record<Kind, Readonly<Record<string, Setting<unknown>>>>> = {
  policies: policySettings,
  requirements: requirementSettings,
  benefits: benefitSettings,
  courses: courseSettings,
};

const described = z.object({ fields: z.array(z.object({ name: z.string() })) });

/** @throws ConfigurationError naming every file, and in it the field, that can't be followed. */
export async function readRehearsedPolicies(org: Org, directory: string): Promise<RehearsedPolicies> {
  const files = readPolicyFiles(directory, Object.values(policyObjects));
  const rows = await readPolicyRows(org);
  const faults = [...(await unknownFields(org, files)), ...faultyValues(files)];
  const rehearsed = withFiles(rows, files);
  faults.push(...unknownPolicies(rehearsed, files));
  if (faults.length > 0) throw new ConfigurationError(`${directory} can't be rehearsed: ${faults.join("; ")}`);
  return { now: policiesOf(rows), rehearsed: policiesOf(rehearsed), files: files.map(({ file }) => file) };
}

/** Against the org's own description: it may know fields that the service has no use for. */
async function unknownFields(org: Org, files: readonly PolicyFile[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [object, own] of Map.groupBy(files, (file) => file.object)) {
    const { fields } = described.parse(await org.connection.describe(object));
    const known = new Set(fields.map(({ name }) => name));
    for (const { file, cells } of own) {
      const unknown = Object.keys(cells).filter((field) => !known.has(field));
      if (unknown.length > 0) faults.push(`${file}: ${object} has no ${unknown.join(", ")}`);
    }
  }
  return faults;
}

/** The same shapes that the org's rows are held to; a field left out is blank. */
function faultyValues(files: readonly PolicyFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    const settings = settingsOf[kindOf(file)];
    checkedValues(`${file.file}:`, settings, [rowOf(file, settings)], faults);
  }
  return faults;
}

function withFiles(rows: PolicyRows, files: readonly PolicyFile[]): PolicyRows {
  const merged = (kind: Kind): Row[] => {
    const own = files.filter((file) => kindOf(file) === kind);
    const replaced = new Set(own.map(({ developerName }) => developerName));
    return [
      ...rows[kind].filter(([name]) => !replaced.has(name ?? "")),
      ...own.map((file) => rowOf(file, settingsOf[kind])),
    ];
  };
  return {
    policies: merged("policies"),
    requirements: merged("requirements"),
    benefits: merged("benefits"),
    courses: merged("courses"),
  };
}

/** A row of no policy would have no effect, and nobody would be told. */
function unknownPolicies({ policies }: PolicyRows, files: readonly PolicyFile[]): string[] {
  const names = new Set(policies.map(([name]) => name));
  return files
    .filter((file) => kindOf(file) !== "policies" && !names.has(file.cells.Policy__c))
    .map(({ file, cells }) => `${file}: there is no policy ${cells.Policy__c ?? ""}`);
}

function kindOf({ object }: PolicyFile): Kind {
  const [kind] = Object.entries(policyObjects).find(([, name]) => name === object) ?? [];
  return kind as Kind;
}

/** Source format gives a relationship by its field, a query through its path. */
function rowOf({ cells }: PolicyFile, settings: Readonly<Record<string, Setting<unknown>>>): Row {
  return Object.values(settings).map(({ field }) => cells[field.replace("__r.DeveloperName", "__c")] ?? "");
}
