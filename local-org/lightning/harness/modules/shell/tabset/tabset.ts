import { api, LightningElement } from "lwc";
import type { UiRecord } from "local/records";
import type { FlexiPage } from "../../../../pageFacts.ts";

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly body: string;
}

/** Labels that pages name by key instead of writing them out. */
const STANDARD_LABELS: Readonly<Record<string, string>> = {
  "Standard.Tab.detail": "Details",
  "Standard.Tab.details": "Details",
  "Standard.Tab.relatedLists": "Related",
  "Standard.Tab.activity": "Activity",
  "Standard.Tab.collaborate": "Chatter",
};

/** Tabs of a Lightning page; a tab's components are made when it is opened first. */
export default class Tabset extends LightningElement {
  @api flexiPage!: FlexiPage;
  @api tabs!: string;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api record: UiRecord | undefined;

  get items(): Tab[] {
    return (this.flexiPage.regions[this.tabs] ?? []).map(({ identifier, properties }) => {
      const title = String(properties["title"] ?? "");
      return {
        key: identifier,
        label: STANDARD_LABELS[title] ?? title,
        body: String(properties["body"] ?? ""),
      };
    });
  }

  get active(): string | undefined {
    const items = this.flexiPage.regions[this.tabs] ?? [];
    return items.find(({ properties }) => properties["active"] === "true")?.identifier;
  }
}
