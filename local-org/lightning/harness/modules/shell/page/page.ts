import { api, LightningElement } from "lwc";
import type { PageReference } from "local/pages";
import { newRecord } from "local/recordActions";
import { objectNamed, objectOfId, setup } from "local/setup";

type Kind = "record" | "related" | "list" | "search" | "home" | "tab" | "unknown";

function kindOf({ type, attributes }: PageReference): Kind {
  const { recordId = "", objectApiName = "", apiName = "", pageName } = attributes;
  const isRecord = objectOfId(recordId) !== undefined;
  switch (type) {
    case "standard__recordPage":
      return isRecord ? "record" : "unknown";
    case "standard__recordRelationshipPage":
      return isRecord ? "related" : "unknown";
    case "standard__objectPage":
      return objectNamed(objectApiName) ? "list" : "unknown";
    case "standard__search":
      return "search";
    case "standard__namedPage":
      return pageName === "home" ? "home" : "unknown";
    case "standard__navItemPage":
      return setup.tabPages[apiName] === undefined ? "unknown" : "tab";
    default:
      return "unknown";
  }
}

/** The page of an address. */
export default class Page extends LightningElement {
  @api page!: PageReference;

  override connectedCallback(): void {
    const { type, attributes } = this.page;
    if (type === "standard__objectPage" && attributes["actionName"] === "new" && this.isList)
      void newRecord(attributes["objectApiName"]!);
  }

  private get kind(): Kind {
    return kindOf(this.page);
  }

  get isRecord(): boolean {
    return this.kind === "record";
  }
  get isRelated(): boolean {
    return this.kind === "related";
  }
  get isList(): boolean {
    return this.kind === "list";
  }
  get isSearch(): boolean {
    return this.kind === "search";
  }
  get isHome(): boolean {
    return this.kind === "home" || this.kind === "tab";
  }
  get isUnknown(): boolean {
    return this.kind === "unknown";
  }

  get recordId(): string {
    return this.page.attributes["recordId"] ?? "";
  }

  get relationshipApiName(): string {
    return this.page.attributes["relationshipApiName"] ?? "";
  }

  get term(): string {
    return this.page.state?.["term"] ?? "";
  }

  get tab(): string | null {
    return this.page.attributes["apiName"] ?? null;
  }
}
