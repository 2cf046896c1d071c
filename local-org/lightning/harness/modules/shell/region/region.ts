import { api, LightningElement } from "lwc";
import { constructorOf, typedProperties } from "local/pageComponents";
import type { UiRecord } from "local/records";
import { isVisible } from "local/visibility";
import type { FlexiPage, PageItem } from "../../../../pageFacts.ts";

type Constructor = typeof LightningElement;

interface ShownItem {
  readonly key: string;
  readonly constructor: Constructor | null;
  readonly problem: string | null;
  readonly properties: Record<string, unknown>;
}

/** A region or a facet of a Lightning page: its components one below the other. */
export default class Region extends LightningElement {
  @api flexiPage!: FlexiPage;
  @api name!: string;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api record: UiRecord | undefined;
  loaded: ReadonlyMap<string, Constructor | string> = new Map();

  override connectedCallback(): void {
    for (const item of this.pageItems) void this.load(item);
  }

  private get pageItems(): readonly PageItem[] {
    return this.flexiPage.regions[this.name] ?? [];
  }

  private async load(item: PageItem): Promise<void> {
    let found: Constructor | string;
    try {
      found = await constructorOf(item);
    } catch (error) {
      found = error instanceof Error ? error.message : String(error);
    }
    this.loaded = new Map(this.loaded).set(item.identifier, found);
  }

  get items(): ShownItem[] {
    return this.pageItems.filter((item) => this.isShown(item)).map((item) => this.shown(item));
  }

  /** Rules about the record wait for it: a component that comes and goes again would make the page jump. */
  private isShown({ visibility }: PageItem): boolean {
    const isAboutRecord = visibility?.criteria.some(({ leftValue }) => leftValue.startsWith("{!Record.")) ?? false;
    return !(isAboutRecord && this.record === undefined) && isVisible(visibility, this.record);
  }

  private shown(item: PageItem): ShownItem {
    const found = this.loaded.get(item.identifier);
    return {
      key: item.identifier,
      constructor: typeof found === "string" ? null : (found ?? null),
      problem: typeof found === "string" ? found : null,
      properties: {
        ...typedProperties(item),
        recordId: this.recordId,
        objectApiName: this.objectApiName,
        ...(item.name.includes(":") && !item.name.startsWith("c:")
          ? { flexiPage: this.flexiPage, record: this.record }
          : {}),
      },
    };
  }
}
