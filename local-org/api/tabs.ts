import type { ObjectSchema } from "../metadata/schema.ts";
import { flagOf, textOf } from "../metadata/readXml.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** Standard objects that have a tab in every org. */
const STANDARD_TABS = ["Account", "Contact", "Lead", "Opportunity", "Product2"];

/** Lightning's default colour of an object that has none of its own. */
const COLOR = { color: "5867E8", context: "primary", theme: "theme4" };

function tab({ base }: ApiRequest, object: ObjectSchema): Record<string, unknown> {
  return {
    colors: [COLOR],
    custom: object.kind === "custom",
    iconUrl: "",
    icons: [],
    label: object.pluralLabel,
    miniIconUrl: "",
    name: object.kind === "custom" ? object.name : `standard-${object.name}`,
    sobjectName: object.name,
    url: `${base}/sobjects/${object.name}`,
  };
}

function tabbed({ org, access }: ApiRequest): ObjectSchema[] {
  const custom = org.components
    .filter(({ type, element }) => type === "CustomTab" && flagOf(element, "customObject"))
    .map(({ fullName, element }) => textOf(element, "fullName") ?? fullName);
  return [...STANDARD_TABS, ...custom]
    .map((name) => org.schema.objects.get(name.toLowerCase()))
    .filter((object): object is ObjectSchema => object !== undefined && access.can("read", object));
}

function listTabs(request: ApiRequest): ApiResponse {
  return { status: 200, body: tabbed(request).map((object) => tab(request, object)) };
}

function describeTheme(request: ApiRequest): ApiResponse {
  const themeItems = tabbed(request).map(({ name }) => ({ colors: [COLOR], icons: [], name }));
  return { status: 200, body: { themeItems } };
}

/**
 * `/tabs` and `/theme`: what the user finds in the app launcher, and its colours.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_tabs.htm
 */
export const tabRoutes: readonly Route[] = [
  { method: "GET", path: "/tabs", handle: listTabs },
  { method: "GET", path: "/theme", handle: describeTheme },
];
