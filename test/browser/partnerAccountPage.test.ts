import type { Browser } from "playwright-core";
import { violationsOn } from "../support/accessibility.ts";
import { launchBrowser, visit, type Visitor } from "../support/browser.ts";
import { sampleSite, type SampleSite } from "./sampleSite.ts";

describe("the page of a partner account, in a real browser with the real service", () => {
  let site: SampleSite;
  let browser: Browser;
  let partnerId: string;

  beforeAll(async () => {
    site = await sampleSite();
    browser = await launchBrowser();
    partnerId = site.idOf("Account", "Ravenscarp Systems");
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function open(as: string, width: 1280 | 375 = 1280): Promise<Visitor> {
    const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, width });
    await visitor.open(`/lightning/r/Account/${partnerId}/view`);
    await visitor.page.getByText("Silver would become Bronze in January 2024").waitFor();
    return visitor;
  }

  it("is complete with six requests of data at most, and without a fault", async () => {
    const visitor = await open("Partner_Account_Manager");
    await visitor.page.getByRole("img", { name: /trailing window held/ }).waitFor();
    await visitor.page.getByText("of 17 available").waitFor();
    expect(visitor.requests.length).toBeLessThanOrEqual(6);
    expect(visitor.problems).toEqual([]);
    expect(await violationsOn(visitor.page)).toEqual([]);
    await visitor.close();
  });

  it("fits a phone", async () => {
    const visitor = await open("Partner_Account_Executive", 375);
    const widths = await visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]");
    expect(widths).toEqual([375, 375]);
    expect(await violationsOn(visitor.page)).toEqual([]);
    await visitor.close();
  });

  it("offers an executive neither recalculation nor invitations", async () => {
    const visitor = await open("Partner_Account_Executive");
    const { page } = visitor;
    await page.getByText("of 17 available").waitFor();
    expect(await page.getByRole("button", { name: "Recalculate" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Invite" }).count()).toBe(0);
    await visitor.close();
  });

  it("shows evidence that adds up to the tier card", async () => {
    const visitor = await open("Partner_Account_Manager");
    await visitor.page.getByRole("tab", { name: "Evidence" }).click();
    await visitor.page.getByText("The same as on the tier card.").waitFor();
    await visitor.page.locator("c-partner-evidence").getByText("USD 85,000.00").first().waitFor();
    await visitor.close();
  });

  it("lets a manager invite and recalculate by the keyboard, and shows what came of it", async () => {
    const visitor = await open("Partner_Account_Manager");
    const { page } = visitor;
    const benefit = page.locator("c-partner-benefit-item", { hasText: "Partner Advisory Board" });
    await benefit.getByRole("button", { name: "Invite" }).press("Enter");
    await benefit.getByText("Invited since Dec 15, 2023.").waitFor();

    await page.getByRole("button", { name: "Recalculate" }).press("Enter");
    await page.getByText("Waiting for the service…").waitFor();
    const requested = site.local.org.store.db
      .prepare(`SELECT "Id" FROM "Partner_Sync_Run__c" WHERE "Status__c" = 'Requested'`)
      .get();
    await site.run({ mode: "On Demand", partnerId, requestedRunId: String(requested?.["Id"]) });
    await page.getByText("The figures are up to date").waitFor();
    await benefit.getByText("Available", { exact: true }).waitFor();
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });
});
