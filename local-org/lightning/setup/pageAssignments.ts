import type { Component } from "../../metadata/readPackage.ts";
import { childrenOf, textOf, type XmlElement } from "../../metadata/readXml.ts";

/** Which Lightning page stands where. */
export interface PageAssignments {
  /** Record pages by object. */
  readonly records: ReadonlyMap<string, string>;
  readonly home: string | null;
}

function isView(override: XmlElement): boolean {
  return textOf(override, "actionName") === "View" && textOf(override, "type") === "Flexipage";
}

/** Phones have assignments of their own; the page of the desktop serves both here where there is one. */
function isLarge(override: XmlElement): boolean {
  return (textOf(override, "formFactor") ?? "Large") === "Large";
}

/** An app's own assignment comes before the object's: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customapplication.htm */
export function pageAssignments(components: readonly Component[], app: Component | undefined): PageAssignments {
  const records = new Map<string, string>();
  for (const { type, fullName, element } of components)
    if (type === "CustomObject")
      for (const override of childrenOf(element, "actionOverrides").filter(isView).filter(isLarge))
        records.set(fullName, textOf(override, "content") ?? "");
  let home: string | null = null;
  const overrides = app
    ? [...childrenOf(app.element, "actionOverrides"), ...childrenOf(app.element, "profileActionOverrides")]
    : [];
  for (const override of overrides.filter(isLarge)) {
    const place = textOf(override, "pageOrSobjectType") ?? "";
    if (place === "standard-home") home = textOf(override, "content");
    else if (isView(override)) records.set(place, textOf(override, "content") ?? "");
  }
  return { records, home };
}
