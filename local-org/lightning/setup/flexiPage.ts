import { childOf, childrenOf, textOf, type XmlElement } from "../../metadata/readXml.ts";
import type { Component } from "../../metadata/readPackage.ts";
import type { FlexiPage, PageItem, VisibilityRule } from "../pageFacts.ts";

function propertiesOf(elements: readonly XmlElement[]): PageItem["properties"] {
  return Object.fromEntries(
    elements.map((property) => {
      const list = childOf(property, "valueList");
      const items = list ? childrenOf(list, "valueListItems").map((item) => textOf(item, "value") ?? "") : null;
      return [textOf(property, "name") ?? "", items ?? textOf(property, "value") ?? ""];
    }),
  );
}

function ruleOf(element: XmlElement): VisibilityRule | null {
  const rule = childOf(element, "visibilityRule");
  if (!rule) return null;
  const criteria = childrenOf(rule, "criteria").map((criterion) => ({
    leftValue: textOf(criterion, "leftValue") ?? "",
    operator: textOf(criterion, "operator") ?? "",
    rightValue: textOf(criterion, "rightValue") ?? "",
  }));
  return { booleanFilter: textOf(rule, "booleanFilter"), criteria };
}

function itemsOf(instance: XmlElement): PageItem[] {
  const components = childrenOf(instance, "componentInstance").map((element): PageItem => {
    const name = textOf(element, "componentName") ?? "";
    return {
      kind: "component",
      name,
      identifier: textOf(element, "identifier") ?? name,
      properties: propertiesOf(childrenOf(element, "componentInstanceProperties")),
      visibility: ruleOf(element),
    };
  });
  const fields = childrenOf(instance, "fieldInstance").map((element): PageItem => {
    const name = textOf(element, "fieldItem") ?? "";
    return {
      kind: "field",
      name,
      identifier: textOf(element, "identifier") ?? name,
      properties: propertiesOf(childrenOf(element, "fieldInstanceProperties")),
      visibility: ruleOf(element),
    };
  });
  return [...components, ...fields];
}

/** Reads a page; older ones hold components in `componentInstances`, newer ones in `itemInstances`. */
export function flexiPageOf({ fullName, element }: Component): FlexiPage {
  const template = childOf(element, "template");
  const regions = childrenOf(element, "flexiPageRegions").map((region) => [
    textOf(region, "name") ?? "",
    childrenOf(region, "itemInstances").flatMap(itemsOf),
  ]);
  return {
    name: fullName,
    label: textOf(element, "masterLabel") ?? fullName,
    type: textOf(element, "type") ?? "",
    template: (template && textOf(template, "name")) ?? "",
    objectApiName: textOf(element, "sobjectType"),
    regions: Object.fromEntries(regions) as FlexiPage["regions"],
  };
}
