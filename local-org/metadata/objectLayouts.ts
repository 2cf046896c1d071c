import type { Component } from "./readPackage.ts";
import { childrenOf, flagOf, textOf, type XmlElement } from "./readXml.ts";

export interface LayoutField {
  readonly name: string;
  readonly behavior: "Edit" | "Required" | "Readonly";
}

export interface LayoutSection {
  readonly heading: string;
  readonly hasHeading: boolean;
  /** Fields of each column, from the top. */
  readonly columns: readonly (readonly LayoutField[])[];
}

export interface LayoutRelatedList {
  /** `Opportunity_Partner__c.Partner__c`, or a name of the platform's such as `RelatedContactList`. */
  readonly name: string;
  readonly fields: readonly string[];
}

/** How one object's records are laid out. */
export interface ObjectLayout {
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly LayoutRelatedList[];
}

/** Layouts and compact layouts by lower-case object name; an object without any has defaults. */
export interface ObjectLayouts {
  readonly full: ReadonlyMap<string, ObjectLayout>;
  readonly compact: ReadonlyMap<string, readonly string[]>;
}

function fieldOf(item: XmlElement): LayoutField[] {
  const name = textOf(item, "field");
  const behavior = textOf(item, "behavior");
  if (name === null) return [];
  return [{ name, behavior: behavior === "Required" || behavior === "Readonly" ? behavior : "Edit" }];
}

function sectionOf(element: XmlElement): LayoutSection {
  return {
    heading: textOf(element, "label") ?? "",
    hasHeading: flagOf(element, "detailHeading"),
    columns: childrenOf(element, "layoutColumns").map((column) => childrenOf(column, "layoutItems").flatMap(fieldOf)),
  };
}

function layoutOf({ element }: Component): ObjectLayout {
  return {
    sections: childrenOf(element, "layoutSections")
      .filter((section) => textOf(section, "style") !== "CustomLinks")
      .map(sectionOf),
    relatedLists: childrenOf(element, "relatedLists").map((list) => ({
      name: textOf(list, "relatedList") ?? "",
      fields: childrenOf(list, "fields").map(({ text }) => text),
    })),
  };
}

function compactOf(components: readonly Component[], object: Component): readonly string[] | null {
  const assigned = textOf(object.element, "compactLayoutAssignment");
  if (assigned === null || assigned === "SYSTEM") return null;
  const found = components.find(
    ({ type, fullName }) => type === "CompactLayout" && fullName === `${object.fullName}.${assigned}`,
  );
  return found ? childrenOf(found.element, "fields").map(({ text }) => text) : null;
}

/** Layouts of the package; of several for one object the last, as there are no record types to assign them by. */
export function objectLayouts(components: readonly Component[]): ObjectLayouts {
  const full = new Map<string, ObjectLayout>();
  const compact = new Map<string, readonly string[]>();
  for (const component of components) {
    const { type, fullName } = component;
    if (type === "Layout") full.set(fullName.slice(0, fullName.indexOf("-")).toLowerCase(), layoutOf(component));
    const fields = type === "CustomObject" ? compactOf(components, component) : null;
    if (fields) compact.set(fullName.toLowerCase(), fields);
  }
  return { full, compact };
}
