import { LightningElement } from "lwc";
import { currentPage, onPage, type PageReference } from "local/pages";

/** The whole window: header, navigation, and the page of the address. */
export default class App extends LightningElement {
  page: PageReference | undefined = currentPage();
  #leave: (() => void) | null = null;

  override connectedCallback(): void {
    this.#leave = onPage((page) => {
      this.page = page;
      window.scrollTo(0, 0);
    });
  }

  override disconnectedCallback(): void {
    this.#leave?.();
  }

  /** One item, keyed by its address: another page starts anew. */
  get shown(): { key: string; page: PageReference }[] {
    if (!this.page) return [];
    const { type, attributes } = this.page;
    return [{ key: JSON.stringify([type, attributes]), page: this.page }];
  }

  get isUnknown(): boolean {
    return this.page === undefined;
  }

  skipToContent(event: Event): void {
    event.preventDefault();
    this.template?.querySelector<HTMLElement>("main")?.focus();
  }
}
