import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element: its text and its children by name, every child a list, so that "repeated" needs no second shape. */
export interface XmlElement {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, readonly XmlElement[]>>;
  /** Where its tag starts, from 1 on. */
  readonly place: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface XmlDocument {
  readonly rootName: string;
  readonly root: XmlElement;
}

/** A node as the parser gives it: its name is a key beside the attributes, text stands under "#text". */
type RawNode = Record<string, unknown>;

const ATTRIBUTES = ":@";
const TEXT = "#text";
const META = XMLParser.getMetaDataSymbol() as symbol;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  preserveOrder: true,
  captureMetaData: true,
});

/** XML that a parser does not take; says where. */
export class XmlError extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** Finds lines by offset: the starts of all lines, searched by halves. */
class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  placeOf(offset: number): Place {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}

function nameOf(node: RawNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? "";
}

function toElement(node: RawNode, lines: Lines): XmlElement {
  const children: Record<string, XmlElement[]> = {};
  let text = "";
  for (const inner of node[nameOf(node)] as RawNode[]) {
    const name = nameOf(inner);
    if (name === TEXT) text += String(inner[TEXT]);
    else (children[name] ??= []).push(toElement(inner, lines));
  }
  const attributes = (node[ATTRIBUTES] ?? {}) as Record<string, string>;
  const { startIndex = 0 } = (Reflect.get(node, META) ?? {}) as { startIndex?: number };
  return { text, attributes, children, place: lines.placeOf(startIndex) };
}

/** Parses one metadata file. Throws an XmlError that names line and column when the XML is not well-formed. */
export function readXml(xml: string): XmlDocument {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) {
    const { msg, line, col = 1 } = validity.err;
    throw new XmlError(`not well-formed XML at line ${line}, column ${col}: ${msg}`, { line, column: col });
  }
  const node = (parser.parse(xml) as RawNode[]).find((candidate) => nameOf(candidate) !== TEXT);
  if (!node) throw new XmlError("no root element", { line: 1, column: 1 });
  return { rootName: nameOf(node), root: toElement(node, new Lines(xml)) };
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
