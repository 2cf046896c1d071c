import type { Browser } from "playwright-core";
import { violationsOn } from "../support/accessibility.ts";
import { launchBrowser, visit, type Theme, type Visitor, type Width } from "../support/browser.ts";
import { sampleSite, type SampleSite } from "./sampleSite.ts";
import { SITE_PAGES, type SitePage } from "./sitePages.ts";

/** Every look at every width would be four times as long: each page has both looks, and both widths. */
const LOOKS: readonly (readonly [Theme, Width])[] = [
  ["slds1", 1280],
  ["slds2", 375],
];

describe("Every page of the app in a real browser", () => {
  let site: SampleSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([sampleSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async ({ as, path, clicks = [] }: SitePage, theme: Theme, width: Width): Promise<Visitor> => {
    const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, theme, width });
    await visitor.open(path(site));
    for (const selector of clicks) {
      await visitor.page.click(selector);
      await visitor.settle();
    }
    return visitor;
  };

  const cases = SITE_PAGES.flatMap((page) => LOOKS.map(([theme, width]) => [page.name, theme, width, page] as const));

  it.each(cases)(
    "%s in %s at %i pixels is accessible, complete and no wider than the window",
    async (_n, theme, width, page) => {
      const visitor = await open(page, theme, width);
      expect(visitor.problems).toEqual([]);
      expect(await violationsOn(visitor.page)).toEqual([]);
      expect(await visitor.page.locator(".slds-spinner").count()).toBe(0);
      expect(await visitor.page.getByText("((").count()).toBe(0);
      const overflow = await visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      await visitor.close();
    },
  );
});
