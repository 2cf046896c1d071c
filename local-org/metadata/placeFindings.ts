import type { Finding } from "./metadataError.ts";
import type { Component } from "./readPackage.ts";
import type { Place, XmlElement } from "./readXml.ts";

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

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

/** What to look for, the surest first: a text that the reason quotes (the last is the most telling) or its last part, a tag that it names, a formula. */
function testsOf(reason: string): Test[] {
  const quoted = [...reason.matchAll(/["“]([^"“”]+)["”]/g)].map((match) => match[1]!).reverse();
  const tags = [...reason.matchAll(/<([\w.]+)>/g)].map((match) => lastPart(match[1]!));
  return [
    ...quoted
      .flatMap((text) => [text, lastPart(text)])
      .map(
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

/** Something that stands in a file, from that place on. */
interface Standing {
  readonly fullName: string;
  readonly file: string | null;
  readonly place: Place | null;
}

/** Whose fault a finding is, where a file holds several things: the one that it names, or the one that it stands in. */
export function ownerOf<T extends Standing>(finding: Finding, things: readonly T[]): T | undefined {
  const inFile = things.filter(({ file }) => file === finding.file);
  const named = inFile
    .filter(({ fullName }) => finding.reason.includes(fullName))
    .sort((a, b) => b.fullName.length - a.fullName.length);
  const isMember = named[0]?.fullName.includes(".") === true;
  const { place } = finding;
  const around = inFile
    .filter((thing) => place && thing.place && thing.place.line <= place.line)
    .sort((a, b) => b.place!.line - a.place!.line);
  return (isMember ? named[0] : (around[0] ?? named[0])) ?? inFile[0];
}

/**
 * Says where in its file each finding stands that does not say so itself. The n-th of several equal findings
 * is the n-th place that it fits.
 */
export function placeFindings(findings: readonly Finding[], components: readonly Component[]): Finding[] {
  const things = components.map((component) => ({ ...component, place: component.element.place, component }));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    if (finding.place) return finding;
    const component = ownerOf(finding, things)?.component;
    if (!component) return finding;
    const key = `${finding.file}: ${finding.reason}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return placeOf(finding, component, occurrence);
  });
}
