import { api, LightningElement } from "lwc";
import { constructorOf } from "local/pageComponents";
import type { UiRecord } from "local/records";
import { rowsOf } from "local/templates";
import type { FlexiPage } from "../../../../pageFacts.ts";

interface ShownPlace {
  readonly region: string;
  readonly className: string;
}

/** A Lightning page: its template's regions with their components. */
export default class FlexiPageView extends LightningElement {
  @api flexiPage!: FlexiPage;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api record: UiRecord | undefined;

  isLoaded = false;

  /** Fetched together: one by one they would push each other down the page. */
  override connectedCallback(): void {
    const items = Object.values(this.flexiPage.regions).flat();
    const components = items.filter(({ kind }) => kind === "component");
    void Promise.allSettled(components.map(constructorOf)).then(() => {
      this.isLoaded = true;
    });
  }

  get rowClass(): string {
    return `slds-grid slds-wrap slds-gutters_x-small${this.isLoaded ? "" : " waiting"}`;
  }

  get rows(): { key: string; places: ShownPlace[] }[] {
    const { template, regions } = this.flexiPage;
    const rows = rowsOf(template)?.map((row) => row.filter(({ region }) => (regions[region]?.length ?? 0) > 0)) ?? [];
    return rows
      .filter((row) => row.length > 0)
      .map((row) => ({
        key: row.map(({ region }) => region).join(" "),
        places: row.map(({ region, size }) => ({
          region,
          className: `slds-col slds-size_1-of-1 slds-large-size_${row.length === 1 ? 12 : size}-of-12 place`,
        })),
      }));
  }

  get problem(): string | null {
    const { template } = this.flexiPage;
    return rowsOf(template) ? null : `((the page template ${template} is not supported by the local org))`;
  }
}
