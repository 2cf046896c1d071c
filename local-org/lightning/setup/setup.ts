import { pageLabel } from "../../api/ui/layoutSections.ts";
import { defaultColumns } from "../../api/ui/listViews.ts";
import { UiReader } from "../../api/ui/uiReader.ts";
import type { Component } from "../../metadata/readPackage.ts";
import { childrenOf, textOf } from "../../metadata/readXml.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import type { Org } from "../../org.ts";
import type { UserAccess } from "../../access/userAccess.ts";
import type { ColumnSetup, NavItem, ObjectSetup, Setup } from "../pageFacts.ts";
import { flexiPageOf } from "./flexiPage.ts";
import { iconOf } from "./icons.ts";
import { pageAssignments } from "./pageAssignments.ts";

function motifsOf(components: readonly Component[]): Map<string, string> {
  const tabs = components.filter(({ type }) => type === "CustomTab");
  return new Map(tabs.map(({ fullName, element }) => [fullName, textOf(element, "motif") ?? ""]));
}

function column(reader: UiReader, object: ObjectSchema, field: Field): ColumnSetup {
  const parent = reader.parentObject(field);
  return {
    apiName: field.name,
    label: pageLabel(object, field),
    type: field.type,
    parent: parent && { relationship: field.reference!.relationshipName, nameField: parent.nameField.name },
  };
}

/** Layouts name custom lists by the child's field, and standard ones by names of their own. */
const STANDARD_LISTS: Readonly<Record<string, string>> = {
  RelatedContactList: "Contacts",
  RelatedOpportunityList: "Opportunities",
  RelatedLineItemList: "OpportunityLineItems",
};

function relatedLists(reader: UiReader, object: ObjectSchema): readonly string[] | null {
  const layout = reader.org.layouts.full.get(object.name.toLowerCase());
  if (!layout) return null;
  const children = [...object.childRelationships.values()];
  return layout.relatedLists.flatMap(({ name }) => {
    const found = children.find(({ childObject, childField }) => `${childObject}.${childField}` === name);
    return found?.name ?? STANDARD_LISTS[name] ?? [];
  });
}

function objectSetup(reader: UiReader, object: ObjectSchema, icon: string, recordPage: string | null): ObjectSetup {
  const children = [...object.childRelationships.values()].filter(({ childObject, childField }) => {
    const child = reader.org.store.object(childObject);
    return reader.serves(child) && reader.field(child, childField) !== null;
  });
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    icon,
    nameField: object.nameField.name,
    isCreateable: object.name !== "User" && reader.access.can("create", object),
    recordPage,
    columns: defaultColumns(reader, object).map((field) => column(reader, object, field)),
    relatedLists: relatedLists(reader, object),
    children: children.map(({ name, childObject, childField }) => ({ name, object: childObject, field: childField })),
  };
}

/** `standard-Account`, `Deal_Registration__c`, or the tab of a Lightning page. */
function navItem(tab: string, components: readonly Component[], objects: Setup["objects"]): NavItem[] {
  if (tab === "standard-home") return [{ label: "Home", url: "/lightning/page/home", objectApiName: null }];
  const name = tab.replace(/^standard-/, "");
  const object = objects[name];
  if (object) return [{ label: object.labelPlural, url: `/lightning/o/${name}/home`, objectApiName: name }];
  const element = components.find(({ type, fullName }) => type === "CustomTab" && fullName === tab)?.element;
  if (!element || textOf(element, "flexiPage") === null) return [];
  return [{ label: textOf(element, "label") ?? tab, url: `/lightning/n/${tab}`, objectApiName: null }];
}

function tabPagesOf(components: readonly Component[]): Record<string, string> {
  const tabs = components.filter(({ type }) => type === "CustomTab");
  const pages = tabs.map(({ fullName, element }) => [fullName, textOf(element, "flexiPage")] as const);
  return Object.fromEntries(pages.flatMap(([name, page]) => (page === null ? [] : [[name, page] as const])));
}

/** The first app of the package; an org has it open for whoever logs in. */
export function setupOf(org: Org, access: UserAccess, components: readonly Component[]): Setup {
  const reader = new UiReader(org, access);
  const app = components.find(({ type }) => type === "CustomApplication");
  const assigned = pageAssignments(components, app);
  const motifs = motifsOf(components);
  const served = [...org.schema.objects.values()].filter((object) => reader.serves(object));
  const objects = Object.fromEntries(
    served.map((object) => {
      const icon = iconOf(object.name, motifs.get(object.name) ?? null);
      return [object.name, objectSetup(reader, object, icon, assigned.records.get(object.name) ?? null)];
    }),
  );
  const pages = components.filter(({ type }) => type === "FlexiPage").map(flexiPageOf);
  const tabs = app ? childrenOf(app.element, "tabs").map(({ text }) => text) : ["standard-home"];
  return {
    app: (app && textOf(app.element, "label")) ?? "Local Org",
    navItems: tabs.flatMap((tab) => navItem(tab, components, objects)),
    objects,
    pages: Object.fromEntries(pages.map((page) => [page.name, page])),
    homePage: assigned.home,
    tabPages: tabPagesOf(components),
  };
}
