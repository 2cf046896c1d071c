/**
 * Pictures of every page of the sample programme, after a run of the real service, at both widths:
 * `npm run screenshots -- [NAME…] [--out DIR] [--theme slds1|slds2]`
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, visit, type Theme, type Width } from "../support/browser.ts";
import { sampleSite } from "./sampleSite.ts";
import { SITE_PAGES, type SitePage } from "./sitePages.ts";

const WIDTHS: readonly Width[] = [1280, 375];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: join(import.meta.dirname, "../../docs/screenshots") },
    theme: { type: "string", default: "slds1" },
  },
});

const wanted = SITE_PAGES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
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

async function take({ name, as, path, clicks = [] }: SitePage, width: Width): Promise<void> {
  const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, width, theme });
  await visitor.open(path(site));
  for (const selector of clicks) {
    await visitor.page.click(selector);
    await visitor.settle();
  }
  const file = join(values.out, `${name}-${width}.png`);
  await visitor.page.screenshot({ path: file, fullPage: clicks.length === 0 });
  console.log([file, ...visitor.problems].join("\n  "));
  await visitor.close();
}
