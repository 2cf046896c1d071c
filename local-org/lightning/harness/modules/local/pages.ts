/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

const WEB_PAGE = "standard__webPage";

function withState(path: string, state: PageReference["state"] = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** An unknown kind is refused: a link that leads nowhere on a real org must not seem to work here. */
function pathOf({ type, attributes }: PageReference): string {
  const { recordId = "", objectApiName, actionName = "view", relationshipApiName = "" } = attributes;
  switch (type) {
    case "standard__recordPage":
      return `/lightning/r/${objectApiName === undefined ? "" : `${objectApiName}/`}${recordId}/${actionName}`;
    case "standard__recordRelationshipPage":
      return `/lightning/r/${objectApiName ?? ""}/${recordId}/related/${relationshipApiName}/view`;
    case "standard__objectPage":
      return `/lightning/o/${objectApiName ?? ""}/${actionName}`;
    case "standard__navItemPage":
      return `/lightning/n/${attributes["apiName"] ?? ""}`;
    case "standard__namedPage":
      return `/lightning/page/${attributes["pageName"] ?? "home"}`;
    case "standard__component":
      return `/lightning/cmp/${attributes["componentName"] ?? ""}`;
    case "standard__search":
      return "/lightning/search";
    default:
      throw new Error(`((page references of type ${type} are not supported by the local org))`);
  }
}

/** What the browser's tab says. */
export function nameTab(...names: readonly string[]): void {
  document.title = [...names.filter(Boolean), "Salesforce"].join(" | ");
}

/** The address of a page. */
export function urlOf(reference: PageReference): string {
  if (reference.type === WEB_PAGE) return reference.attributes["url"] ?? "";
  return withState(pathOf(reference), reference.state);
}

type Read = (match: RegExpExecArray) => Omit<PageReference, "state">;

const ROUTES: readonly (readonly [RegExp, Read])[] = [
  [
    /^\/lightning\/r\/(\w+)\/(\w{15,18})\/related\/(\w+)\/view$/,
    ([, objectApiName, recordId, relationshipApiName]) => ({
      type: "standard__recordRelationshipPage",
      attributes: { objectApiName, recordId, relationshipApiName, actionName: "view" },
    }),
  ],
  [
    /^\/lightning\/r\/(?:(\w+)\/)?(\w{15,18})\/(view|edit|clone)$/,
    ([, objectApiName, recordId, actionName]) => ({
      type: "standard__recordPage",
      attributes: { objectApiName, recordId, actionName },
    }),
  ],
  [
    /^\/lightning\/o\/(\w+)\/(list|home|new)$/,
    ([, objectApiName, actionName]) => ({ type: "standard__objectPage", attributes: { objectApiName, actionName } }),
  ],
  [/^\/lightning\/n\/(\w+)$/, ([, apiName]) => ({ type: "standard__navItemPage", attributes: { apiName } })],
  [/^\/lightning\/page\/(\w+)$/, ([, pageName]) => ({ type: "standard__namedPage", attributes: { pageName } })],
  [
    /^\/lightning\/cmp\/(\w+)$/,
    ([, componentName]) => ({ type: "standard__component", attributes: { componentName } }),
  ],
  [/^\/lightning\/search$/, () => ({ type: "standard__search", attributes: {} })],
];

/** The page of an address; null = there is none. */
export function pageAt(url: string): PageReference | null {
  const { pathname, searchParams } = new URL(url, window.location.origin);
  for (const [pattern, read] of ROUTES) {
    const match = pattern.exec(pathname);
    if (match) return { ...read(match), state: Object.fromEntries(searchParams) };
  }
  return null;
}

export function currentPage(): PageReference | undefined {
  return pageAt(window.location.href) ?? undefined;
}

const listeners = new Set<(page: PageReference | undefined) => void>();

/** Has the listener called on every change of page; returns how to stop it. */
export function onPage(listener: (page: PageReference | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  const page = currentPage();
  for (const listener of [...listeners]) listener(page);
}

/** Shows the page of an address of this org without loading anew. */
export function goTo(url: string, replace = false): void {
  if (replace) window.history.replaceState(null, "", url);
  else window.history.pushState(null, "", url);
  tell();
}

/** Navigates to a page reference; other sites, and new tabs for them, as the platform does. */
export function go(reference: PageReference, replace = false): void {
  const url = urlOf(reference);
  const isOwn = new URL(url, window.location.origin).origin === window.location.origin && pageAt(url) !== null;
  if (isOwn) goTo(url, replace);
  else window.open(url, "_blank", "noopener");
}

window.addEventListener("popstate", tell);
