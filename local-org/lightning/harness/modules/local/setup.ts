import session from "local/session";
import type { FlexiPage, ObjectSetup } from "../../../pageFacts.ts";

export const setup = session.setup;

const byPrefix = new Map(Object.values(setup.objects).map((object) => [object.keyPrefix, object]));

/** The object that a record's id belongs to. */
export function objectOfId(recordId: string): ObjectSetup | undefined {
  return byPrefix.get(recordId.slice(0, 3));
}

export function objectNamed(apiName: string): ObjectSetup | undefined {
  return setup.objects[apiName];
}

/** The page of an object's records where nobody has made one. */
function defaultRecordPage(objectApiName: string): FlexiPage {
  const component = (name: string, properties: Record<string, string> = {}) => ({
    kind: "component" as const,
    name,
    identifier: `${name} ${properties["title"] ?? ""}`,
    properties,
    visibility: null,
  });
  return {
    name: "default",
    label: "Default",
    type: "RecordPage",
    template: "flexipage:recordHomeTemplateDesktop",
    objectApiName,
    regions: {
      header: [component("force:highlightsPanel")],
      main: [component("flexipage:tabset", { tabs: "tabs" })],
      tabs: [
        component("flexipage:tab", { title: "Details", body: "details", active: "true" }),
        component("flexipage:tab", { title: "Related", body: "related" }),
      ],
      details: [component("force:detailPanel")],
      related: [component("force:relatedListContainer")],
    },
  };
}

/** The page that shows a record of that object. */
export function recordPageOf(objectApiName: string): FlexiPage {
  const name = setup.objects[objectApiName]?.recordPage ?? null;
  return (name === null ? undefined : setup.pages[name]) ?? defaultRecordPage(objectApiName);
}
