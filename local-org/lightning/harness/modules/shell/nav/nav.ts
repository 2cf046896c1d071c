import { api, LightningElement } from "lwc";
import { goTo, type PageReference } from "local/pages";
import { objectOfId, setup } from "local/setup";

/** The app's name and its tabs. */
export default class Nav extends LightningElement {
  @api page: PageReference | undefined;
  app = setup.app;

  private get currentObject(): string | null {
    const { recordId, objectApiName } = this.page?.attributes ?? {};
    return objectApiName ?? (recordId === undefined ? null : (objectOfId(recordId)?.apiName ?? null));
  }

  get items(): { label: string; url: string; className: string; current: string | null }[] {
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

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo((event.currentTarget as HTMLAnchorElement).getAttribute("href")!);
  }
}
