import { api, LightningElement } from "lwc";
import session from "local/session";
import { nameTab } from "local/pages";
import { setup } from "local/setup";
import type { FlexiPage } from "../../../../pageFacts.ts";

/** A page of the app that is no record's: home, or a tab of its own. */
export default class Home extends LightningElement {
  /** null = the org's home. */
  @api tab: string | null = null;

  override renderedCallback(): void {
    nameTab(this.heading);
  }

  get flexiPage(): FlexiPage | null {
    const name = this.tab === null ? setup.homePage : (setup.tabPages[this.tab] ?? null);
    return name === null ? null : (setup.pages[name] ?? null);
  }

  get heading(): string {
    return this.flexiPage?.label ?? "Home";
  }

  get greeting(): string {
    return `Welcome, ${session.userName}`;
  }
}
