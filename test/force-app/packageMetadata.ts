import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { XMLParser } from "fast-xml-parser";

const ROOT = fileURLToPath(new URL("../../force-app/", import.meta.url));

/** An element of metadata: texts, and lists of elements, whether they stand once or often. */
export interface Element {
  readonly [name: string]: readonly (Element | string)[] | undefined;
}

const parser = new XMLParser({
  parseTagValue: false,
  isArray: () => true,
});

/** Every metadata file of the package outside components, which their own tools check. */
export const metadataFiles: readonly string[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("-meta.xml") && !path.includes("/lwc/"))
  .map((path) => join(ROOT, path))
  .sort();

export interface Component {
  /** File name without its suffix. */
  readonly name: string;
  /** The object that a field or a rule belongs to; else the name of its folder. */
  readonly owner: string;
  readonly root: Element;
}

function readComponent(file: string): Component {
  const document = parser.parse(readFileSync(file, "utf8")) as Record<string, Element[]>;
  const [root] = Object.entries(document).find(([name]) => !name.startsWith("?"))![1];
  return {
    name: basename(file).replace(/\.[^.]+-meta\.xml$/, ""),
    owner: basename(dirname(dirname(file))),
    root: root!,
  };
}

/** The components of one kind, such as `field` or `flow`. */
export function components(kind: string): Component[] {
  return metadataFiles.filter((file) => file.endsWith(`.${kind}-meta.xml`)).map(readComponent);
}

export function textOf(element: Element, name: string): string | null {
  const value = element[name]?.[0];
  return typeof value === "string" ? value : null;
}

export function elementsOf(element: Element, name: string): Element[] {
  return (element[name] ?? []).filter((child) => typeof child !== "string");
}

export interface Field {
  readonly path: string;
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly description: string | null;
  readonly helpText: string | null;
  /** Required and master-detail fields are open to whoever may use the object: no permission set may name them. */
  readonly isAlwaysOpen: boolean;
  readonly root: Element;
}

export const fields: readonly Field[] = components("field").map(({ name, owner, root }) => ({
  path: `${owner}.${name}`,
  object: owner,
  name,
  label: textOf(root, "label") ?? "",
  type: textOf(root, "type") ?? "",
  description: textOf(root, "description"),
  helpText: textOf(root, "inlineHelpText"),
  isAlwaysOpen: textOf(root, "required") === "true" || textOf(root, "type") === "MasterDetail",
  root,
}));

export const isSetting = ({ object }: Field): boolean => object.endsWith("__mdt");
