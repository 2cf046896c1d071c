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
  for (const page of wanted) for (const width of WIDTHS) await take(page, width);
} finally {
  await browser.close();
  await site.close();
}

/** Lists go on and on, and a modal is as large as the window: one window of them shows enough. */
function isWhole({ name, path, clicks = [] }: SitePage): boolean {
  return clicks.length === 0 && !path(site).endsWith("/list?filterName=All") && name !== "search";
}

async function take(page: SitePage, width: Width): Promise<void> {
  const { name, as, path, clicks = [], now } = page;
  if (now !== undefined) site.local.org.clock.set(now);
  const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, width, theme });
  await visitor.open(path(site));
  for (const selector of clicks) {
    await visitor.page.click(selector);
    await visitor.settle();
  }
  const file = join(values.out, `${name}-${width}.png`);
  writeFileSync(file, smallPng(await visitor.page.screenshot({ fullPage: isWhole(page) })));
  console.log([file, ...visitor.problems].join("\n  "));
  await visitor.close();
}
