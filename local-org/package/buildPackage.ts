import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { strToU8, zipSync } from "fflate";
import { OBJECT_MEMBERS, TYPES_BY_SUFFIX } from "../metadata/readPackage.ts";
import { readXml, textOf, type XmlElement } from "../metadata/readXml.ts";
import { filesToSend, type SourceFile } from "./packageSource.ts";

/** What an org is sent: files of the metadata format, package.xml among them. */
export interface BuiltPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly zip: Uint8Array;
  /** Names by metadata type, as package.xml lists them. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Elements of an object's file by the type of the file that they come from. */
const MEMBER_ELEMENTS: Readonly<Record<string, string>> = {
  CompactLayout: "compactLayouts",
  CustomField: "fields",
  ListView: "listViews",
  ValidationRule: "validationRules",
};

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character]!);
}

/** The Metadata WSDL's order: fullName, then by the alphabet. */
function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  if (a === "fullName" || b === "fullName") return a === "fullName" ? -1 : 1;
  return a < b ? -1 : 1;
}

function printElement(name: string, element: XmlElement, indent: string): string {
  const children = Object.entries(element.children).sort(byName);
  if (children.length === 0) return `${indent}<${name}>${escaped(element.text)}</${name}>\n`;
  const inner = children.flatMap(([child, list]) => list.map((item) => printElement(child, item, `${indent}    `)));
  return `${indent}<${name}>\n${inner.join("")}${indent}</${name}>\n`;
}

function printDocument(rootName: string, children: readonly (readonly [string, readonly XmlElement[]])[]): Uint8Array {
  const sorted = children.map(([name, list]): [string, readonly XmlElement[]] => [name, list]).sort(byName);
  const body = sorted.flatMap(([name, list]) => list.map((item) => printElement(name, item, "    ")));
  return strToU8(`${DECLARATION}\n<${rootName} xmlns="${NAMESPACE}">\n${body.join("")}</${rootName}>\n`);
}

function textElement(text: string): XmlElement {
  return { text, attributes: {}, children: {}, place: { line: 1, column: 1 } };
}

/** Gathers files of the source format into those of the metadata format. */
class PackageBuilder {
  readonly files = new Map<string, Uint8Array>();
  readonly members = new Map<string, string[]>();
  readonly #objects = new Map<string, Map<string, XmlElement[]>>();

  #name(type: string, fullName: string): void {
    const names = this.members.get(type) ?? [];
    if (!names.includes(fullName)) this.members.set(type, [...names, fullName].sort());
  }

  #parts(object: string): Map<string, XmlElement[]> {
    const parts = this.#objects.get(object) ?? new Map<string, XmlElement[]>();
    this.#objects.set(object, parts);
    return parts;
  }

  #addObject(object: string, root: XmlElement): void {
    this.#name("CustomObject", object);
    for (const [name, list] of Object.entries(root.children)) this.#parts(object).set(name, [...list]);
  }

  #addMember(object: string, type: string, root: XmlElement): void {
    this.#name(type, `${object}.${textOf(root, "fullName") ?? ""}`);
    const element = MEMBER_ELEMENTS[type]!;
    const parts = this.#parts(object);
    parts.set(element, [...(parts.get(element) ?? []), root]);
  }

  /** `…/lwc/name/file`: the whole folder goes along. */
  #addBundleFile(path: string, content: Uint8Array, [, folder = "", name = ""]: RegExpExecArray): void {
    this.#name(folder === "lwc" ? "LightningComponentBundle" : "AuraDefinitionBundle", name);
    this.files.set(path.slice(path.indexOf(`/${folder}/`) + 1), content);
  }

  add({ path, absolute }: SourceFile): void {
    const content = readFileSync(absolute);
    const bundle = /\/(lwc|aura)\/([^/]+)\/[^/]+$/.exec(path);
    if (bundle) {
      this.#addBundleFile(path, content, bundle);
      return;
    }
    const [, name = "", suffix = ""] = /([^/]+)\.([^./]+)-meta\.xml$/.exec(path) ?? [];
    const type = TYPES_BY_SUFFIX[suffix];
    if (!type) return;
    const folder = posix.dirname(path);
    const { root } = readXml(content.toString("utf8"));
    if (type === "CustomObject") this.#addObject(name, root);
    else if (OBJECT_MEMBERS.has(type)) this.#addMember(posix.basename(posix.dirname(folder)), type, root);
    else this.#addWhole(type, decodeURIComponent(name), `${posix.basename(folder)}/${name}.${suffix}`, content, root);
  }

  #addWhole(type: string, name: string, path: string, content: Uint8Array, root: XmlElement): void {
    this.files.set(path, content);
    this.#name(type, name);
    for (const label of root.children["labels"] ?? []) this.#name("CustomLabel", textOf(label, "fullName") ?? "");
  }

  finish(version: string): BuiltPackage {
    for (const [object, parts] of this.#objects)
      this.files.set(`objects/${object}.object`, printDocument("CustomObject", [...parts]));
    const types = [...this.members].sort().map(([type, names]): XmlElement => ({
      ...textElement(""),
      children: { members: names.map(textElement), name: [textElement(type)] },
    }));
    this.files.set(
      "package.xml",
      printDocument("Package", [
        ["types", types],
        ["version", [textElement(version)]],
      ]),
    );
    const entries = [...this.files].sort(([a], [b]) => (a < b ? -1 : 1));
    // A date of its own for every build would make two builds of one package differ.
    const zip = zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 9 });
    return { files: new Map(entries), zip, members: this.members };
  }
}

/** Builds what an org would be sent of that package: the same files give the same bytes. */
export function buildPackage(project: string, directory: string): BuiltPackage {
  const { sourceApiVersion } = JSON.parse(readFileSync(posix.join(project, "sfdx-project.json"), "utf8")) as {
    sourceApiVersion: string;
  };
  const builder = new PackageBuilder();
  for (const file of filesToSend(project, directory)) builder.add(file);
  return builder.finish(sourceApiVersion);
}
