/**
 * Pictures of every page of the sample programme, after a run of the real service, at both widths:
 * `npm run screenshots -- [NAME…] [--out DIR] [--theme slds1|slds2]`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, visit, type Theme, type Width } from "../support/browser.ts";
import { sampleSite } from "./sampleSite.ts";
import { MORE_PICTURES, SITE_PAGES, type SitePage } from "./sitePages.ts";
import { smallPng } from "./smallPng.ts";

const WIDTHS: readonly Width[] = [1280, 375];

const BUSY = {
  status: 503,
  json: [{ errorCode: "SERVER_UNAVAILABLE", message: "The server is too busy to handle the request." }],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: join(import.meta.dirname, "../../docs/screenshots") },
    theme: { type: "string", default: "slds1" },
  },
});

const wanted = [...SITE_PAGES, ...MORE_PICTURES].filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
const theme = values.theme as Theme;
mkdirSync(values.out, { recursive: true });
const site = await sampleSite();
const browser = await launchBrowser();
try {
  for (const page of wanted) {
    if (page.now !== undefined) site.local.org.clock.set(page.now);
    await page.before?.(site);
    nameRunner();
    for (const width of WIDTHS) await take(page, width);
  }
} finally {
  await browser.close();
  await site.close();
}

/** Host, process and chance name whoever is at work on a run; pictures are to be the same wherever they are taken. */
function nameRunner(): void {
  const name = "sync-service-1";
  const sql = `UPDATE "Partner_Sync_Run__c" SET "Key__c" = replace("Key__c", "Runner__c", ?), "Runner__c" = ? WHERE "Runner__c" <> ''`;
  site.local.org.store.db.prepare(sql).run(name, name);
}

/** Lists go on and on, and a modal is as large as the window: one window of them shows enough. */
function isWhole({ name, path, clicks = [] }: SitePage): boolean {
  return clicks.length === 0 && !path(site).endsWith("/list?filterName=All") && name !== "search";
}

async function take(page: SitePage, width: Width): Promise<void> {
  const { name, as, path, clicks = [], phoneClicks = clicks, isBusy = false } = page;
  const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, width, theme });
  if (isBusy) await visitor.page.route(/\/graphql$/, (route) => route.fulfill(BUSY));
  await visitor.open(path(site));
  for (const selector of width === 375 ? phoneClicks : clicks) {
    await visitor.page.click(selector);
    await visitor.settle();
  }
  const file = join(values.out, `${name}-${width}.png`);
  writeFileSync(file, smallPng(await visitor.page.screenshot({ fullPage: isWhole(page), animations: "disabled" })));
  console.log([file, ...visitor.problems].join("\n  "));
  await visitor.close();
}
