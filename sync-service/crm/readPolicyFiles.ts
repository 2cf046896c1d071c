/** Policy rows out of custom metadata files in source format, to take the place of the org's in a rehearsal. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { ConfigurationError } from "./errors.ts";

/** One file: the row's cells by field, as the org would give them. */
export interface PolicyFile {
  readonly file: string;
  /** `Partner_Tier_Requirement__mdt`. */
  readonly object: string;
  readonly developerName: string;
  readonly cells: Readonly<Record<string, string>>;
}

const suffix = ".md-meta.xml";

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  ignoreDeclaration: true,
  isArray: (name) => name === "values",
});

const record = z.strictObject({
  CustomMetadata: z.strictObject({
    label: z.string().min(1, "is blank"),
    protected: z.string().optional(),
    description: z.string().optional(),
    values: z.array(z.strictObject({ field: z.string().min(1), value: z.string() })).default([]),
  }),
});

/** Every file of a directory. @throws ConfigurationError naming each file that is none of the policy's. */
export function readPolicyFiles(directory: string, objects: readonly string[]): PolicyFile[] {
  const names = filesOf(directory);
  const faults: string[] = [];
  const files = names.flatMap((name) => {
    try {
      return [policyFile(directory, name, objects)];
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  if (faults.length > 0) throw new ConfigurationError(`${directory} can't be rehearsed: ${faults.join("; ")}`);
  return files;
}

function filesOf(directory: string): string[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => !name.startsWith("."));
  } catch (error) {
    throw new ConfigurationError(`${directory} is no directory that can be read`, { cause: error });
  }
  if (names.length === 0) throw new ConfigurationError(`${directory} holds no policy rows (*${suffix})`);
  return names.sort();
}

function policyFile(directory: string, name: string, objects: readonly string[]): PolicyFile {
  const [type = "", developerName = "", ...rest] = basename(name, suffix).split(".");
  const object = `${type}__mdt`;
  if (!name.endsWith(suffix) || developerName === "" || rest.length > 0 || !objects.includes(object))
    throw new Error(`is no policy row; those are called ${objects.map(fileNameOf).join(", ")}`);
  const { label, values } = parsed(readFileSync(join(directory, name), "utf8")).CustomMetadata;
  const fields = values.map(({ field }) => field);
  const doubled = fields.find((field, at) => fields.indexOf(field) !== at);
  if (doubled !== undefined) throw new Error(`gives ${doubled} twice`);
  const cells = Object.fromEntries(values.map(({ field, value }) => [field, value]));
  return { file: name, object, developerName, cells: { ...cells, DeveloperName: developerName, MasterLabel: label } };
}

function fileNameOf(object: string): string {
  return `${object.replace(/__mdt$/, "")}.NAME${suffix}`;
}

function parsed(xml: string): z.infer<typeof record> {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) throw new Error(`is no XML: ${validity.err.msg} (line ${validity.err.line})`);
  const result = record.safeParse(parser.parse(xml));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`is no custom metadata record: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}
