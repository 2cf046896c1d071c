import type { Component } from "./readPackage.ts";
import { childrenOf, textOf } from "./readXml.ts";

export interface ListViewFilter {
  readonly field: string;
  readonly operation: string;
  /** Several are separated by commas; empty = no value. */
  readonly value: string;
}

/** A list view as the metadata states it. */
export interface ListView {
  readonly id: string;
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly scope: string;
  readonly columns: readonly string[];
  readonly filters: readonly ListViewFilter[];
  /** `1 AND (2 OR 3)`; null = all of them. */
  readonly logic: string | null;
}

function listViewOf({ fullName, element }: Component, at: number): ListView {
  const [object = "", developerName = ""] = fullName.split(".");
  return {
    id: `00B1000000${String(at + 1).padStart(5, "0")}EAA`,
    object,
    developerName,
    label: textOf(element, "label") ?? developerName,
    scope: textOf(element, "filterScope") ?? "Everything",
    columns: childrenOf(element, "columns").map(({ text }) => text),
    filters: childrenOf(element, "filters").map((filter) => ({
      field: textOf(filter, "field") ?? "",
      operation: textOf(filter, "operation") ?? "",
      value: textOf(filter, "value") ?? "",
    })),
    logic: textOf(element, "booleanFilter"),
  };
}

/** The org's list views; ids follow the order of their names, so that the same package gives the same ids. */
export function listViewsOf(components: readonly Component[]): ListView[] {
  return components
    .filter(({ type }) => type === "ListView")
    .sort((a, b) => (a.fullName < b.fullName ? -1 : 1))
    .map(listViewOf);
}
