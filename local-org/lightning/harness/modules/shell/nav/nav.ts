import { api, LightningElement } from "lwc";
import { goTo, type PageReference } from "local/pages";
import { objectOfId, setup } from "local/setup";

interface Tab {
  readonly label: string;
  readonly url: string;
  readonly className: string;
  readonly current: string | null;
}

/** Width that the menu of the remaining tabs takes, in pixels. */
const MORE_WIDTH = 90;

/** The app's name and its tabs; those that have no room stand in a menu. */
export default class Nav extends LightningElement {
  @api page: PageReference | undefined;
  app = setup.app;
  room = setup.navItems.length;
  #observer: ResizeObserver | null = null;
  #widths: readonly number[] = [];

  override connectedCallback(): void {
    this.#observer = new ResizeObserver(() => this.measure());
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  override renderedCallback(): void {
    const bar = this.template?.querySelector("nav");
    if (bar) this.#observer?.observe(bar);
  }

  /** How many tabs fit; their widths are measured while all of them are there. */
  private measure(): void {
    const bar = this.template?.querySelector("nav");
    if (!bar) return;
    const tabs = [...bar.querySelectorAll<HTMLElement>("li[data-tab]")];
    if (tabs.length === setup.navItems.length) this.#widths = tabs.map((tab) => tab.offsetWidth);
    const total = this.#widths.reduce((sum, width) => sum + width, 0);
    if (total <= bar.offsetWidth) this.room = setup.navItems.length;
    else this.room = this.fitting(bar.offsetWidth - MORE_WIDTH);
  }

  private fitting(width: number): number {
    let left = width;
    const first = this.#widths.findIndex((tab) => (left -= tab) < 0);
    return Math.max(first, 0);
  }

  private get currentObject(): string | null {
    const { recordId, objectApiName } = this.page?.attributes ?? {};
    return objectApiName ?? (recordId === undefined ? null : (objectOfId(recordId)?.apiName ?? null));
  }

  private get all(): Tab[] {
    const object = this.currentObject;
    return setup.navItems.map(({ label, url, objectApiName }) => {
      const isCurrent = objectApiName === null ? window.location.pathname === url : objectApiName === object;
      return {
        label,
        url,
        className: `slds-context-bar__item${isCurrent ? " slds-is-active" : ""}`,
        current: isCurrent ? "page" : null,
      };
    });
  }

  get tabs(): Tab[] {
    return this.all.slice(0, this.room);
  }

  get more(): Tab[] {
    return this.all.slice(this.room);
  }

  get hasMore(): boolean {
    return this.more.length > 0;
  }

  /** The menu stands for the tab of the page that is open, where that has no room of its own. */
  get moreClass(): string {
    const isCurrent = this.more.some(({ current }) => current !== null);
    return `slds-context-bar__item more${isCurrent ? " slds-is-active" : ""}`;
  }

  get launcher(): Tab[] {
    return this.all;
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo((event.currentTarget as HTMLAnchorElement).getAttribute("href")!);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    goTo(event.detail.value);
  }
}
