import { LightningElement } from "lwc";
import session from "local/session";

/** The bar at the top of the window: search and who is logged in. */
export default class Header extends LightningElement {
  userName = session.userName;

  switchUser(): void {
    const start = window.location.pathname + window.location.search;
    window.location.assign(`/lightning/login?startURL=${encodeURIComponent(start)}`);
  }
}
