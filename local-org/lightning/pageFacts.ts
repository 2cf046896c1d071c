/** What the server tells a page and the page reads: nothing here imports anything. */

export interface Criterion {
  readonly leftValue: string;
  readonly operator: string;
  readonly rightValue: string;
}

export interface VisibilityRule {
  readonly booleanFilter: string | null;
  readonly criteria: readonly Criterion[];
}

/** A component or a field on a page, with what the page's author set. */
export interface PageItem {
  readonly kind: "component" | "field";
  readonly name: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  readonly visibility: VisibilityRule | null;
}

/** A Lightning page as the browser lays it out. */
export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly template: string;
  readonly objectApiName: string | null;
  /** Regions of the template, and facets: regions that stand inside components. */
  readonly regions: Readonly<Record<string, readonly PageItem[]>>;
}

/** A column of a list. */
export interface ColumnSetup {
  readonly apiName: string;
  readonly label: string;
  readonly type: string;
  /** Way up of a reference, and the field that names what is there; null = no reference. */
  readonly parent: { readonly relationship: string; readonly nameField: string } | null;
}

/** What the browser must know of an object before it asks for records of it. */
export interface ObjectSetup {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly icon: string;
  readonly nameField: string;
  readonly isCreateable: boolean;
  readonly recordPage: string | null;
  /** Columns of lists of it. */
  readonly columns: readonly ColumnSetup[];
  /** Related lists by relationship. */
  readonly children: readonly { readonly name: string; readonly object: string; readonly field: string }[];
  /** Names of the related lists that its layout shows, in order; null = it has no layout of its own. */
  readonly relatedLists: readonly string[] | null;
}

export interface NavItem {
  readonly label: string;
  readonly url: string;
  /** null = a page of its own, such as home. */
  readonly objectApiName: string | null;
}

/** Everything about the org that pages need at once, as one user sees it. */
export interface Setup {
  readonly app: string;
  readonly navItems: readonly NavItem[];
  readonly objects: Readonly<Record<string, ObjectSetup>>;
  readonly pages: Readonly<Record<string, FlexiPage>>;
  readonly homePage: string | null;
  /** Pages of tabs that show no object. */
  readonly tabPages: Readonly<Record<string, string>>;
}

/** What every page carries about who looks at it. */
export interface SessionFacts {
  readonly apiBase: string;
  readonly token: string;
  readonly userId: string;
  readonly isGuest: false;
  readonly userName: string;
  readonly username: string;
  readonly profile: string;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly i18n: Readonly<Record<string, unknown>>;
  readonly setup: Setup;
}
