import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element: its text and its children by name, every child a list, so that "repeated" needs no second shape. */
export interface XmlElement {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, readonly XmlElement[]>>;
}

export interface XmlDocument {
  readonly rootName: string;
  readonly root: XmlElement;
}

type RawElement = string | Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

function toElement(raw: RawElement): XmlElement {
  if (typeof raw === "string") return { text: raw, attributes: {}, children: {} };
  const attributes: Record<string, string> = {};
  const children: Record<string, XmlElement[]> = {};
  let text = "";
  for (const [name, value] of Object.entries(raw)) {
    if (name.startsWith("@")) attributes[name.slice(1)] = String(value);
    else if (name === "#text") text = Array.isArray(value) ? value.join("") : String(value);
    else children[name] = (value as RawElement[]).map(toElement);
  }
  return { text, attributes, children };
}

/** Parses one metadata file. Throws an Error that names line and column when the XML is not well-formed. */
export function readXml(xml: string): XmlDocument {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    throw new Error(`not well-formed XML at line ${line}, column ${col ?? 1}: ${msg}`);
  }
  const parsed = parser.parse(xml) as Record<string, RawElement[]>;
  const entry = Object.entries(parsed)[0];
  const root = entry?.[1][0];
  if (!entry || root === undefined) throw new Error("no root element");
  return { rootName: entry[0], root: toElement(root) };
}

/** Text of the only child of that name; null where it is absent. */
export function textOf(element: XmlElement, name: string): string | null {
  return element.children[name]?.[0]?.text ?? null;
}

/** The only child of that name; null where it is absent. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children[name]?.[0] ?? null;
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children[name] ?? [];
}

/** True where the child says `true`; false where it says anything else or is absent. */
export function flagOf(element: XmlElement, name: string): boolean {
  return textOf(element, name) === "true";
}
