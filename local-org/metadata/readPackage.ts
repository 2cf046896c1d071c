import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkShape } from "./checkShape.ts";
import { type Finding, MetadataError } from "./metadataError.ts";
import { readXml, textOf, XmlError, type XmlElement } from "./readXml.ts";

/** Metadata types by file suffix, and the type that the platform declares for the content. */
export const TYPES_BY_SUFFIX: Record<string, string> = {
  app: "CustomApplication",
  compactLayout: "CompactLayout",
  customPermission: "CustomPermission",
  field: "CustomField",
  flexipage: "FlexiPage",
  flow: "Flow",
  globalValueSet: "GlobalValueSet",
  labels: "CustomLabels",
  layout: "Layout",
  listView: "ListView",
  md: "CustomMetadata",
  object: "CustomObject",
  permissionset: "PermissionSet",
  settings: "",
  standardValueSet: "StandardValueSet",
  tab: "CustomTab",
  validationRule: "ValidationRule",
};

/** One metadata file: what it is, its full name, and its content. */
export interface Component {
  readonly type: string;
  readonly fullName: string;
  readonly file: string;
  readonly element: XmlElement;
}

/** Types that live in a folder of their object: their full name is `Object.Member`. */
export const OBJECT_MEMBERS = new Set(["CustomField", "ValidationRule", "CompactLayout", "ListView"]);

/** Code beside the metadata, which its own tools check: components' bundles and their manifests. */
function isOutsideMetadata(path: string): boolean {
  return path.includes("__tests__") || path.includes("/lwc/");
}

function metadataFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith("-meta.xml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isOutsideMetadata(path))
    .sort();
}

function fullNameOf(file: string, type: string): string {
  const name = decodeURIComponent(basename(file).replace(/\.[^.]+-meta\.xml$/, ""));
  if (!OBJECT_MEMBERS.has(type)) return name;
  return `${basename(dirname(dirname(file)))}.${name}`;
}

function readComponent(file: string, findings: Finding[]): Component | null {
  const suffix = /\.([^.]+)-meta\.xml$/.exec(file)?.[1] ?? "";
  const type = TYPES_BY_SUFFIX[suffix];
  if (type === undefined) {
    findings.push({ file, reason: `metadata of the kind ".${suffix}" is not supported by the local org` });
    return null;
  }
  try {
    const { rootName, root } = readXml(readFileSync(file, "utf8"));
    if (type !== "" && rootName !== type) throw new Error(`the root element is <${rootName}>, expected <${type}>`);
    findings.push(...checkShape(root, rootName, file));
    const fullName = fullNameOf(file, type);
    checkFullName(root, fullName, file, findings);
    return { type: rootName, fullName, file, element: root };
  } catch (error) {
    findings.push(faultOf(file, error));
    return null;
  }
}

/** What makes a file unreadable, and where. */
export function faultOf(file: string, error: unknown): Finding {
  const reason = (error as Error).message;
  return error instanceof XmlError ? { file, reason, place: error.place } : { file, reason };
}

export function checkFullName(root: XmlElement, fullName: string, file: string, findings: Finding[]): void {
  const stated = textOf(root, "fullName");
  const expected = fullName.slice(fullName.lastIndexOf(".") + 1);
  if (stated !== null && stated !== expected && stated !== fullName)
    findings.push({ file, reason: `<fullName> is "${stated}", but the file is named for "${expected}"` });
}

/** Reads and checks the files of the given directories: what could be read, and everything that is wrong. */
export function readComponents(directories: readonly string[]): { components: Component[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const components = directories
    .flatMap(metadataFiles)
    .map((file) => readComponent(file, findings))
    .filter((component) => component !== null);
  return { components, findings };
}

/** Reads and checks the files of the given directories. Throws a MetadataError with all findings. */
export function readPackage(directories: readonly string[]): Component[] {
  const { components, findings } = readComponents(directories);
  if (findings.length > 0) throw new MetadataError(findings);
  return components;
}
