import { api, LightningElement } from "lwc";
import type { PageReference } from "local/pages";
import { objectOfId } from "local/setup";

/** The page of an address. */
export default class Page extends LightningElement {
  @api page!: PageReference;

  get isRecord(): boolean {
    return this.page.type === "standard__recordPage" && objectOfId(this.recordId) !== undefined;
  }

  get recordId(): string {
    return this.page.attributes["recordId"] ?? "";
  }

  get isUnknown(): boolean {
    return !this.isRecord;
  }
}
