import type { Browser } from "playwright-core";
import { violationsOn } from "../support/accessibility.ts";
import { launchBrowser, visit, type Theme, type Visitor, type Width } from "../support/browser.ts";
import { sampleSite, type SampleSite } from "./sampleSite.ts";
import { SITE_PAGES, type SitePage } from "./sitePages.ts";

const WIDTHS: readonly Width[] = [1280, 375];
const THEMES: readonly Theme[] = ["slds1", "slds2"];

describe("Every page of the app in a real browser", () => {
  let site: SampleSite;
  let browser: Browser;
  /** Everybody keeps their window from page to page, and with it what it has loaded. */
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    [site, browser] = await Promise.all([sampleSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const visitorOf = async (as: string, width: Width): Promise<Visitor> => {
    const key = `${as} ${width}`;
    const visitor = visitors.get(key) ?? (await visit(browser, { instanceUrl: site.instanceUrl, as, width }));
    visitors.set(key, visitor);
    visitor.problems.splice(0);
    return visitor;
  };

  const open = async ({ as, path, clicks = [] }: SitePage, width: Width): Promise<Visitor> => {
    const visitor = await visitorOf(as, width);
    await visitor.open(path(site));
    for (const selector of clicks) {
      await visitor.page.click(selector);
      await visitor.settle();
    }
    return visitor;
  };

  const faultsOf = async ({ page }: Visitor): Promise<object> => ({
    violations: await violationsOn(page),
    overflow: Math.max(0, Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))),
  });

  const cases = SITE_PAGES.flatMap((page) => WIDTHS.map((width) => [page.name, width, page] as const));

  it.each(cases)(
    "%s at %i pixels is complete, and in both looks accessible and no wider than the window",
    async (_name, width, page) => {
      const visitor = await open(page, width);
      expect(visitor.problems).toEqual([]);
      expect(await visitor.page.getByText("((").count()).toBe(0);
      for (const theme of THEMES) {
        await visitor.wear(theme);
        expect({ theme, ...(await faultsOf(visitor)) }).toEqual({ theme, violations: [], overflow: 0 });
      }
    },
  );
});
