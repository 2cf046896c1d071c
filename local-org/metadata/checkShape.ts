import type { Finding } from "./metadataError.ts";
import { findElement, metadataTypes } from "./metadataTypes.ts";
import type { XmlElement } from "./readXml.ts";

const PRIMITIVE_CHECKS: Record<string, (text: string) => boolean> = {
  boolean: (text) => text === "true" || text === "false",
  number: (text) => text !== "" && Number.isFinite(Number(text)),
  string: () => true,
  Date: (text) => !Number.isNaN(Date.parse(text)),
  any: () => true,
  unknown: () => true,
};

/** The platform leaves these elements out of its published declarations, yet retrieves and accepts them. */
const UNDECLARED_ELEMENTS = new Set(["fullName"]);

function checkValue(element: XmlElement, type: string, path: string, file: string): Finding[] {
  const fault = (reason: string): Finding => ({ file, reason, place: element.place });
  const values = metadataTypes().enumerations.get(type);
  if (values && !values.has(element.text))
    return [fault(`<${path}> is "${element.text}", which is none of ${[...values].join(", ")}`)];
  const isPrimitive = PRIMITIVE_CHECKS[type];
  if (isPrimitive && !isPrimitive(element.text)) return [fault(`<${path}> is "${element.text}", which is no ${type}`)];
  if (metadataTypes().types.has(type)) return checkShape(element, type, file, path);
  return [];
}

/**
 * Holds an element against the platform's declaration of its type: unknown elements, values outside an
 * enumeration, text that is no number or boolean, repeated single elements. Returns all findings.
 */
export function checkShape(element: XmlElement, typeName: string, file: string, path = typeName): Finding[] {
  const findings: Finding[] = [];
  for (const [name, children] of Object.entries(element.children)) {
    const declared = findElement(typeName, name);
    const childPath = `${path}.${name}`;
    if (!declared) {
      if (!UNDECLARED_ELEMENTS.has(name))
        findings.push({ file, reason: `unknown element <${name}> in ${path}`, place: children[0]!.place });
      continue;
    }
    if (children.length > 1 && !declared.isRepeated)
      findings.push({
        file,
        reason: `<${childPath}> stands ${children.length} times, once is allowed`,
        place: children[1]!.place,
      });
    for (const child of children) findings.push(...checkValue(child, declared.type, childPath, file));
  }
  return findings;
}
