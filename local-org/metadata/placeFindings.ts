import type { Finding } from "./metadataError.ts";
import type { Component } from "./readPackage.ts";
import type { XmlElement } from "./readXml.ts";

/** Elements that hold formulas: where a reason speaks of a formula without quoting what stands in the file. */
const FORMULAS: ReadonlySet<string> = new Set([
  "errorConditionFormula",
  "expression",
  "filterFormula",
  "formula",
  "defaultValue",
]);

type Test = (name: string, element: XmlElement) => boolean;

/** Every element below that passes, in the order of the file. */
function found(element: XmlElement, passes: Test): XmlElement[] {
  const own = Object.entries(element.children).flatMap(([name, list]) =>
    list.flatMap((child) => [...(passes(name, child) ? [child] : []), ...found(child, passes)]),
  );
  return own.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** What to look for, the surest first: a text that the reason quotes, its last part, a tag that it names, a formula. */
function testsOf(reason: string): Test[] {
  const quoted = [...reason.matchAll(/["“]([^"“”]+)["”]/g)].map((match) => match[1]!);
  const lastParts = quoted.filter((text) => text.includes(".")).map((text) => text.slice(text.lastIndexOf(".") + 1));
  const tags = [...reason.matchAll(/<([\w.]+)>/g)].map((match) => match[1]!.split(".").at(-1)!);
  return [
    ...[...quoted, ...lastParts].map(
      (text): Test =>
        (_name, element) =>
          element.text === text,
    ),
    ...tags.map(
      (tag): Test =>
        (name) =>
          name === tag,
    ),
    ...quoted.map(
      (text): Test =>
        (_name, element) =>
          element.text.includes(text),
    ),
    ...(/formula|default/i.test(reason) ? [((name) => FORMULAS.has(name)) satisfies Test] : []),
  ];
}

function placeOf(finding: Finding, component: Component, occurrence: number): Finding {
  for (const passes of testsOf(finding.reason)) {
    const elements = found(component.element, passes);
    if (elements.length > 0) return { ...finding, place: elements[Math.min(occurrence, elements.length - 1)]!.place };
  }
  return { ...finding, place: component.element.place };
}

/**
 * Says where in its file each finding stands that does not say so itself. The n-th of several equal findings
 * is the n-th place that it fits.
 */
export function placeFindings(findings: readonly Finding[], components: readonly Component[]): Finding[] {
  const byFile = Map.groupBy(components, (component) => component.file);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const candidates = byFile.get(finding.file) ?? [];
    const component = candidates.find(({ fullName }) => finding.reason.includes(fullName)) ?? candidates[0];
    if (finding.place || !component) return finding;
    const key = `${finding.file}: ${finding.reason}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return placeOf(finding, component, occurrence);
  });
}
