import { api, LightningElement, wire } from "lwc";
import { nameTab } from "local/pages";
import { messageOf, recordUi, type RecordUi } from "local/recordUi";
import { objectOfId, recordPageOf } from "local/setup";
import type { FlexiPage } from "../../../../pageFacts.ts";

/** A record's page, laid out by the package's Lightning page for its object. */
export default class RecordPage extends LightningElement {
  @api recordId!: string;
  @wire(recordUi, { recordId: "$recordId" }) result: { data?: RecordUi; error?: unknown } = {};

  isHeaded = false;

  override renderedCallback(): void {
    const object = objectOfId(this.recordId);
    const name = this.record?.fields[object?.nameField ?? "Name"]?.value;
    if (typeof name === "string") nameTab(name, object?.label ?? "");
  }

  get objectApiName(): string {
    return objectOfId(this.recordId)?.apiName ?? "";
  }

  get flexiPage(): FlexiPage {
    return recordPageOf(this.objectApiName);
  }

  get record(): RecordUi["record"] | undefined {
    return this.result.data?.record;
  }

  get className(): string {
    const isHeaded = this.isHeaded || !this.hasHighlights;
    return this.record !== undefined && isHeaded ? "" : "waiting";
  }

  private get hasHighlights(): boolean {
    const items = Object.values(this.flexiPage.regions).flat();
    return items.some(({ name }) => name === "force:highlightsPanel");
  }

  handleHeaded(): void {
    this.isHeaded = true;
  }

  get problem(): string | null {
    return this.result.error === undefined ? null : messageOf(this.result.error);
  }
}
