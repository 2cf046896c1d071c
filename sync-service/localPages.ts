/** Addresses of the local org's pages, each with a login that needs no typing. */
import type { Showcase } from "./crm/findShowcase.ts";

function address(instanceUrl: string, as: string, path: string): string {
  return `${instanceUrl}/lightning/login?${new URLSearchParams({ as, startURL: path }).toString()}`;
}

/** What a newcomer may look at, for the terminal. */
export function localPages(instanceUrl: string, showcase: Showcase | null): string {
  const lines = [`  Pages of the local org (the first one opened is built first, which takes some seconds):`];
  const add = (what: string, as: string, path: string): void =>
    void lines.push(`    ${what}\n      ${address(instanceUrl, as, path)}`);
  if (showcase) {
    const { account, opportunity } = showcase;
    add(
      `${account.name}, as its partner manager sees it`,
      "Partner_Account_Manager",
      `/lightning/r/${account.id}/view`,
    );
    add(
      `${opportunity.name}, as an account executive sees it`,
      "Partner_Account_Executive",
      `/lightning/r/${opportunity.id}/view`,
    );
  }
  add("Home, as a programme administrator sees it", "Partner_Program_Administrator", "/lightning/page/home");
  return `${lines.join("\n")}\n  Anybody else: ${instanceUrl}/lightning/login\n`;
}
