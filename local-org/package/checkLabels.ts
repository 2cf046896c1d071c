import type { Finding } from "../metadata/metadataError.ts";
import { childrenOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import { type PackageSource, placeIn } from "./packageSource.ts";

interface Use {
  readonly label: string;
  readonly finding: Omit<Finding, "reason">;
}

const IMPORT = /@salesforce\/label\/c\.(\w+)/g;
const GLOBAL = /\$Label\.(?:c\.)?(\w+)/g;

function usesInCode({ code }: PackageSource): Use[] {
  return code.flatMap(({ file, text }) =>
    [...text.matchAll(IMPORT)].map((match) => ({
      label: match[1]!,
      finding: { file, place: placeIn(text, match.index) },
    })),
  );
}

function usesIn(element: XmlElement, file: string): Use[] {
  const own = [...element.text.matchAll(GLOBAL)].map((match) => ({
    label: match[1]!,
    finding: { file, place: element.place },
  }));
  const below = Object.values(element.children).flatMap((list) => list.flatMap((child) => usesIn(child, file)));
  return [...own, ...below];
}

/** Labels that nothing shows, and uses of labels that are not there. */
export function checkLabels(source: PackageSource): Finding[] {
  const { components } = source.loaded;
  const files = components.filter(({ type }) => type === "CustomLabels");
  const labels = files.flatMap(({ file, element }) =>
    childrenOf(element, "labels").map((label) => ({ name: textOf(label, "fullName") ?? "", file, place: label.place })),
  );
  const uses = [...usesInCode(source), ...components.flatMap(({ element, file }) => usesIn(element, file))];
  const known = new Set(labels.map(({ name }) => name));
  const used = new Set(uses.map(({ label }) => label));
  const missing = uses.filter(({ label }) => !known.has(label));
  const idle = labels.filter(({ name }) => !used.has(name));
  return [
    ...missing.map(({ label, finding }) => ({ ...finding, reason: `label "${label}" does not exist` })),
    ...idle.map(({ name, file, place }) => ({ file, place, reason: `label "${name}" is used nowhere` })),
  ];
}
