import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The platform's own description of its metadata, read from the declarations that Salesforce publishes
 * (`@salesforce/types`, the Metadata WSDL as TypeScript). They are regular enough for a scan by lines,
 * which takes milliseconds where the compiler takes a second.
 */
export interface MetadataType {
  readonly parents: readonly string[];
  readonly elements: ReadonlyMap<string, ElementType>;
}

export interface ElementType {
  readonly type: string;
  readonly isRepeated: boolean;
}

export interface MetadataTypes {
  readonly types: ReadonlyMap<string, MetadataType>;
  readonly enumerations: ReadonlyMap<string, ReadonlySet<string>>;
}

const TYPE_START = /^export (?:type|interface) (\w+)(?: =| extends)? ?(.*?)\{$/;
const ENUMERATION = /^export type (\w+) = ('.*');$/;
const ELEMENT = /^ {4}(\w+)(\??): (.+?)(\[\])?;$/;

function scan(declarations: string): MetadataTypes {
  const types = new Map<string, MetadataType>();
  const enumerations = new Map<string, ReadonlySet<string>>();
  let elements: Map<string, ElementType> | null = null;
  for (const line of declarations.split("\n")) {
    const enumeration = ENUMERATION.exec(line);
    if (enumeration) {
      const values = [...enumeration[2]!.matchAll(/'([^']*)'/g)];
      enumerations.set(enumeration[1]!, new Set(values.map((m) => m[1]!)));
      continue;
    }
    const start = TYPE_START.exec(line);
    if (start) {
      elements = new Map();
      const parents = start[2]!.split("&").map((name) => name.trim());
      types.set(start[1]!, { parents: parents.filter(Boolean), elements });
      continue;
    }
    const element = ELEMENT.exec(line);
    if (element && elements)
      elements.set(element[1]!, {
        type: element[3]!,
        isRepeated: element[4] !== undefined,
      });
  }
  return { types, enumerations };
}

let loaded: MetadataTypes | null = null;

/** Every metadata type with its elements and enumerations; read once a process. */
export function metadataTypes(): MetadataTypes {
  if (!loaded) {
    const module = createRequire(import.meta.url).resolve("@salesforce/types/metadata");
    loaded = scan(readFileSync(module.replace(/\.js$/, ".d.ts"), "utf8"));
  }
  return loaded;
}

/** The declared element of a type or of one that it extends; null = the platform knows no such element. */
export function findElement(typeName: string, element: string): ElementType | null {
  const type = metadataTypes().types.get(typeName);
  if (!type) return null;
  const own = type.elements.get(element);
  if (own) return own;
  for (const parent of type.parents) {
    const inherited = findElement(parent, element);
    if (inherited) return inherited;
  }
  return null;
}
