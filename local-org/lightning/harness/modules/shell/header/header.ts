import { LightningElement } from "lwc";
import session from "local/session";
import { currentPage, goTo } from "local/pages";

/** The bar at the top of the window: search, and who is logged in. */
export default class Header extends LightningElement {
  userName = session.userName;
  profile = session.profile;
  term = currentPage()?.state?.["term"] ?? "";

  get themeLabel(): string {
    return document.documentElement.classList.contains("slds2") ? "Use Lightning (SLDS 1)" : "Use Cosmos (SLDS 2)";
  }

  home(event: MouseEvent): void {
    event.preventDefault();
    goTo("/lightning/page/home");
  }

  type(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
  }

  search(event: Event): void {
    event.preventDefault();
    goTo(`/lightning/search?term=${encodeURIComponent(this.term.trim())}`);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    const url = new URL(window.location.href);
    const start = encodeURIComponent(url.pathname + url.search);
    if (event.detail.value === "switch") window.location.assign(`/lightning/login?startURL=${start}`);
    else if (event.detail.value === "logout") window.location.assign("/lightning/logout");
    else {
      url.searchParams.set("theme", document.documentElement.classList.contains("slds2") ? "slds1" : "slds2");
      window.location.assign(url.href);
    }
  }
}
