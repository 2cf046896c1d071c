import { strFromU8, unzipSync } from "fflate";
import { checkShape } from "./checkShape.ts";
import type { Finding } from "./metadataError.ts";
import { findElement, metadataTypes } from "./metadataTypes.ts";
import { type Component, faultOf, TYPES_BY_SUFFIX } from "./readPackage.ts";
import { childrenOf, type Place, readXml, textOf, type XmlElement } from "./readXml.ts";

/** Members that an object's file holds in the metadata format, and the types that they are by themselves. */
const MEMBERS: Readonly<Record<string, string>> = {
  businessProcesses: "BusinessProcess",
  compactLayouts: "CompactLayout",
  fieldSets: "FieldSet",
  fields: "CustomField",
  indexes: "Index",
  listViews: "ListView",
  recordTypes: "RecordType",
  sharingReasons: "SharingReason",
  validationRules: "ValidationRule",
  webLinks: "WebLink",
};

/** One thing that a deployment brings: what package.xml names, and the file that holds it. */
export interface Deployed {
  readonly type: string;
  readonly fullName: string;
  /** Path in the archive; null = package.xml names what the archive does not hold. */
  readonly file: string | null;
  /** Where in that file; null = it is the whole file. */
  readonly place: Place | null;
  /** False where nothing but the form could be looked at, because the local org does not run such things. */
  readonly isChecked: boolean;
}

/** What a deployment's archive holds, in the metadata format. */
export interface Archive {
  readonly components: readonly Component[];
  readonly deployed: readonly Deployed[];
  readonly findings: readonly Finding[];
}

/** An archive that cannot be read at all. */
export class ArchiveError extends Error {}

type Files = ReadonlyMap<string, Uint8Array>;

function unzip(zip: Uint8Array): Files {
  try {
    const entries = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith("/"));
    return new Map(entries);
  } catch (error) {
    throw new ArchiveError(`the archive is no zip file: ${(error as Error).message}`);
  }
}

/** The folder that package.xml lies in: the root, or the one folder of an archive that was made of a folder. */
function rootOf(files: Files): string {
  const manifest = [...files.keys()].find((path) => /^([^/]+\/)?package\.xml$/.test(path));
  if (manifest === undefined) throw new ArchiveError("No package.xml found");
  return manifest.slice(0, -"package.xml".length);
}

function membersOf(file: Uint8Array): Deployed[] {
  const { root } = readXml(strFromU8(file));
  return childrenOf(root, "types").flatMap((types) =>
    childrenOf(types, "members").map((member) => ({
      type: textOf(types, "name") ?? "",
      fullName: member.text,
      file: null,
      place: null,
      isChecked: false,
    })),
  );
}

/** An object's file as the components that it holds; what it says of the object itself only where it says anything. */
function split(object: Component): Component[] {
  const entries = Object.entries(object.element.children);
  const own = Object.fromEntries(entries.filter(([name]) => MEMBERS[name] === undefined));
  const members = entries.flatMap(([name, elements]) => {
    const type = MEMBERS[name];
    return type === undefined ? [] : elements.map((element) => memberOf(object, type, element));
  });
  // Without a label it is no definition of the object, but a bag for some of its members.
  if (own["label"] === undefined) return members;
  return [{ ...object, element: { ...object.element, children: own } }, ...members];
}

function memberOf({ fullName, file }: Component, type: string, element: XmlElement): Component {
  return { type, fullName: `${fullName}.${textOf(element, "fullName") ?? ""}`, file, element };
}

/** `lwc/tierBadge/tierBadge.js-meta.xml`: a bundle is described by one of its files. */
const BUNDLE = /^(lwc|aura)\/([^/]+)\//;

class ArchiveReader {
  readonly components: Component[] = [];
  readonly findings: Finding[] = [];
  readonly #held: Deployed[] = [];

  #hold(thing: Omit<Deployed, "place" | "isChecked">, isChecked: boolean, element?: XmlElement): void {
    this.#held.push({ ...thing, isChecked, place: element?.place ?? null });
  }

  #readBundle(path: string, text: string, name: string): void {
    const type = path.startsWith("lwc/") ? "LightningComponentBundle" : "AuraDefinitionBundle";
    this.#hold({ type, fullName: name, file: path }, true);
    const { rootName, root } = readXml(text);
    this.findings.push(...checkShape(root, rootName, path));
  }

  #readXmlFile(path: string, text: string): void {
    const [, name = "", suffix = ""] = /([^/]+)\.([^./]+)$/.exec(path.replace(/-meta\.xml$/, "")) ?? [];
    const { rootName, root } = readXml(text);
    const isMetadata = metadataTypes().types.has(rootName) && findElement(rootName, "fullName") !== null;
    if (!isMetadata) throw new Error(`<${rootName}> is no metadata type of the platform`);
    this.findings.push(...checkShape(root, rootName, path));
    const component = { type: rootName, fullName: decodeURIComponent(name), file: path, element: root };
    const isKnown = TYPES_BY_SUFFIX[suffix] !== undefined;
    const parts = rootName === "CustomObject" ? split(component) : [component];
    if (isKnown) this.components.push(...parts);
    for (const part of parts) this.#hold(part, isKnown, part.element);
    if (rootName === "CustomObject") this.#hold({ ...component, file: path }, true, root);
    if (rootName === "CustomLabels") for (const label of childrenOf(root, "labels")) this.#holdLabel(label, path);
  }

  #holdLabel(label: XmlElement, path: string): void {
    this.#hold({ type: "CustomLabel", fullName: textOf(label, "fullName") ?? "", file: path }, true, label);
  }

  read(path: string, content: Uint8Array): void {
    const bundle = BUNDLE.exec(path);
    try {
      if (bundle) {
        if (/\.(js|cmp|app|evt|intf)-meta\.xml$/.test(path)) this.#readBundle(path, strFromU8(content), bundle[2]!);
      } else if (isXml(path, content)) this.#readXmlFile(path, strFromU8(content));
    } catch (error) {
      this.findings.push(faultOf(path, error));
    }
  }

  /** An org takes no Lightning web component without a script of its own name. */
  requireScripts(exists: (path: string) => boolean): void {
    for (const { type, fullName, file } of this.#held)
      if (type === "LightningComponentBundle" && file !== null && !exists(`lwc/${fullName}/${fullName}.js`))
        this.findings.push({ file, reason: `component "${fullName}" has no ${fullName}.js` });
  }

  /** What package.xml names, with its file where the archive holds it; labels, fields and the like have their parent's. */
  deployed(named: readonly Deployed[]): Deployed[] {
    return named.map((member) => {
      const held = this.#held.find(({ type, fullName }) => type === member.type && fullName === member.fullName);
      return held ?? member;
    });
  }
}

/** Code and other content is not looked into: a type of its own describes it beside. */
function isXml(path: string, content: Uint8Array): boolean {
  return path.includes("/") && /^\uFEFF?\s*</.test(strFromU8(content.subarray(0, 64)));
}

/** Reads a deployment's archive. Throws an ArchiveError where it is none. */
export function readArchive(zip: Uint8Array): Archive {
  const files = unzip(zip);
  const root = rootOf(files);
  const reader = new ArchiveReader();
  for (const [path, content] of files)
    if (path.startsWith(root) && path !== `${root}package.xml`) reader.read(path.slice(root.length), content);
  reader.requireScripts((path) => files.has(root + path));
  const named = membersOf(files.get(`${root}package.xml`)!);
  return { components: reader.components, deployed: reader.deployed(named), findings: reader.findings };
}
