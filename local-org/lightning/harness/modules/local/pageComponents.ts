import type { LightningElement } from "lwc";
import type { PageItem } from "../../../pageFacts.ts";

type Constructor = typeof LightningElement;
type Load = () => Promise<{ readonly default: Constructor }>;

/** The platform's own components that pages may hold. */
const STANDARD: Readonly<Record<string, Load>> = {
  "force:highlightsPanel": () => import("shell/highlights"),
  "force:detailPanel": () => import("shell/details"),
  "force:relatedListContainer": () => import("shell/relatedLists"),
  "force:relatedListSingleContainer": () => import("shell/relatedLists"),
  "lst:dynamicRelatedList": () => import("shell/relatedLists"),
  "flexipage:tabset": () => import("shell/tabset"),
  "flexipage:richText": () => import("shell/richText"),
};

function loadOwn(name: string): Promise<{ readonly default: Constructor }> {
  const specifier = `c/${name.replace(/^c:/, "")}`;
  return import(/* the import map knows it */ specifier) as Promise<{ readonly default: Constructor }>;
}

/** The class of a page's component. Rejects for what the local org has not got. */
export async function constructorOf({ name }: PageItem): Promise<Constructor> {
  const load = STANDARD[name];
  if (load) return (await load()).default;
  if (/^[a-z]+:/.test(name) && !name.startsWith("c:"))
    throw new Error(`((the page component ${name} is not supported by the local org))`);
  return (await loadOwn(name)).default;
}

function typed(value: string | readonly string[]): unknown {
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Properties as the component's author declares them: the page holds text only. */
export function typedProperties({ properties }: PageItem): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typed(value)]));
}
