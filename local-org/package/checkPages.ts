import type { Finding } from "../metadata/metadataError.ts";
import type { Component } from "../metadata/readPackage.ts";
import { childrenOf, flagOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import type { PackageSource } from "./packageSource.ts";

type Report = (element: XmlElement, reason: string) => void;

function* descendants(element: XmlElement): Generator<readonly [name: string, element: XmlElement]> {
  for (const [name, list] of Object.entries(element.children))
    for (const child of list) {
      yield [name, child];
      yield* descendants(child);
    }
}

/** `Record.Tier__c` of a dynamic form, `{!Record.Tier__c}` of a visibility rule: its own fields; parents' are not followed. */
function checkRecordField(object: ObjectSchema | undefined, element: XmlElement, report: Report): void {
  const path = /^(?:\{!)?Record\.(\w+)\}?$/.exec(element.text)?.[1];
  if (path !== undefined && object && !object.fields.has(path.toLowerCase()))
    report(element, `page names field "${object.name}.${path}", which does not exist`);
}

const TARGETS: Readonly<Record<string, string>> = {
  AppPage: "lightning__AppPage",
  HomePage: "lightning__HomePage",
  RecordPage: "lightning__RecordPage",
};

/** A page takes only components that exist, are exposed, and are meant for pages of its kind. */
function checkOffered(
  bundles: PackageSource["bundles"],
  { name, page, element }: { name: string; page: Component; element: XmlElement },
  report: Report,
): void {
  const description = bundles.get(name);
  if (description === undefined) report(element, `page names component "${name}", which does not exist`);
  if (!description) return;
  const target = TARGETS[textOf(page.element, "type") ?? ""];
  const targets = childrenOf(description, "targets").flatMap((list) => childrenOf(list, "target"));
  const isMeant = target === undefined || targets.some(({ text }) => text === target);
  if (!flagOf(description, "isExposed") || !isMeant)
    report(element, `page names component "${name}", which is not exposed for ${target ?? "pages"}`);
}

/** `{!$Permission.CustomPermission.Manage}` of a visibility rule. */
function checkPermission(known: ReadonlySet<string>, element: XmlElement, report: Report): void {
  const name = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(element.text)?.[1];
  if (name !== undefined && !known.has(name))
    report(element, `page names custom permission "${name}", which does not exist`);
}

function checkPage({ loaded, bundles }: PackageSource, page: Component, report: Report): void {
  const objectName = textOf(page.element, "sobjectType");
  const object = loaded.schema.objects.get((objectName ?? "").toLowerCase());
  if (objectName !== null && !object) report(page.element, `page is for object "${objectName}", which does not exist`);
  for (const [name, element] of descendants(page.element)) {
    // Names with a namespace (flexipage:, force:, lightning: …) are the platform's own.
    const own = name === "componentName" && /^(?:c:)?(\w+)$/.exec(element.text)?.[1];
    if (typeof own === "string") checkOffered(bundles, { name: own, page, element }, report);
    if (name === "leftValue") checkPermission(loaded.customPermissions, element, report);
    if (name === "fieldItem" || name === "leftValue") checkRecordField(object, element, report);
  }
}

function checkApp({ loaded }: PackageSource, app: Component, report: Report): void {
  const pages = new Set(loaded.components.filter(({ type }) => type === "FlexiPage").map(({ fullName }) => fullName));
  const overrides = [
    ...childrenOf(app.element, "actionOverrides"),
    ...childrenOf(app.element, "profileActionOverrides"),
  ];
  const isPage = (element: XmlElement): boolean => /flexipage/i.test(textOf(element, "type") ?? "");
  for (const override of overrides.filter(isPage)) {
    const content = textOf(override, "content");
    if (content !== null && !pages.has(content)) report(override, `app names page "${content}", which does not exist`);
  }
  const bar = textOf(app.element, "utilityBar");
  if (bar !== null && !pages.has(bar)) report(app.element, `app names utility bar "${bar}", which does not exist`);
}

function checkTab({ loaded, bundles }: PackageSource, tab: Component, report: Report): void {
  const page = textOf(tab.element, "flexiPage");
  const isKnown = loaded.components.some(({ type, fullName }) => type === "FlexiPage" && fullName === page);
  if (page !== null && !isKnown) report(tab.element, `tab names page "${page}", which does not exist`);
  const component = textOf(tab.element, "lwcComponent");
  if (component !== null && !bundles.has(component))
    report(tab.element, `tab names component "${component}", which does not exist`);
}

function checkRelatedLists({ loaded }: PackageSource, layout: Component, report: Report): void {
  for (const list of childrenOf(layout.element, "relatedLists")) {
    const [child = "", link = ""] = (textOf(list, "relatedList") ?? "").split(".");
    const object = loaded.schema.objects.get(child.toLowerCase());
    if (!child.endsWith("__c")) continue;
    if (!object?.fields.has(link.toLowerCase()))
      report(list, `layout names related list "${child}.${link}", which does not exist`);
    for (const column of childrenOf(list, "fields"))
      if (column.text.endsWith("__c") && object && !object.fields.has(column.text.toLowerCase()))
        report(column, `related list names field "${object.name}.${column.text}", which does not exist`);
  }
}

const CHECKS: Readonly<Record<string, (source: PackageSource, component: Component, report: Report) => void>> = {
  CustomApplication: checkApp,
  CustomTab: checkTab,
  FlexiPage: checkPage,
  Layout: checkRelatedLists,
};

/** What pages, apps, tabs and related lists name must exist. */
export function checkPages(source: PackageSource): Finding[] {
  const findings: Finding[] = [];
  for (const component of source.loaded.components)
    CHECKS[component.type]?.(source, component, ({ place }, reason) =>
      findings.push({ file: component.file, reason, place }),
    );
  return findings;
}
