import { LightningElement, api } from "lwc";
import { NavigationMixin, type PageReference } from "lightning/navigation";

/** A record's name that leads to its page, as a real link: it can be opened in a tab of its own. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api name = "";
  url: string | undefined;
  private target: string | undefined;

  @api
  get recordId(): string | undefined {
    return this.target;
  }
  set recordId(id: string | undefined) {
    this.target = id;
    if (id) this[NavigationMixin.GenerateUrl](this.page).then(this.takeUrl, this.dropUrl);
  }

  get page(): PageReference {
    return { type: "standard__recordPage", attributes: { recordId: this.target, actionName: "view" } };
  }

  takeUrl = (url: string): void => {
    this.url = url;
  };

  /** A record without a page keeps its name. */
  dropUrl = (): void => {
    this.url = undefined;
  };

  handleClick(event: MouseEvent): void {
    // A new tab or window is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page);
  }
}
