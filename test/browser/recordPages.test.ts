import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser, visit, type Visitor } from "../support/browser.ts";
import { sampleSite, type SampleSite } from "./sampleSite.ts";

const MANAGER = "Partner_Account_Manager";
const EXECUTIVE = "Partner_Account_Executive";
const PARTNER = "Harborline Digital";

/** Bytes of our own components' JavaScript, compressed, and data requests of the account page, at most. */
const MOST_OWN_BYTES = 80_000;
const MOST_REQUESTS = 6;

describe("People at work on the pages", () => {
  let site: SampleSite;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([sampleSite(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) await visitor.close();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (as: string, path: string): Promise<Visitor> => {
    const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as });
    visitors.push(visitor);
    await visitor.open(path);
    return visitor;
  };

  const account = (): string => `/lightning/r/Account/${site.idOf("Account", PARTNER)}/view`;

  const edit = async ({ page }: Visitor): Promise<Locator> => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Save" }).waitFor();
    await form.locator("fieldset").first().waitFor();
    return form;
  };

  const errorAt = (form: Locator, label: string): Locator =>
    form.locator("lightning-input").filter({ hasText: label }).locator(".slds-form-element__help");

  it("explains at the field a save that a validation rule refuses, and saves once it is right", async () => {
    const visitor = await open(MANAGER, `/lightning/r/${site.firstId("Partner_Agreement__c")}/view`);
    const form = await edit(visitor);
    const end = form.getByLabel("End Date");
    await end.fill("1/1/2001");
    await end.press("Tab");
    await form.getByRole("button", { name: "Save" }).click();
    await errorAt(form, "End Date").filter({ hasText: "cannot end before it takes effect" }).waitFor();
    expect(await form.getByRole("alert").first().innerText()).toContain("End Date");
    await end.fill("1/1/2031");
    await end.press("Tab");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await shows(visitor.page, "1/1/2031");
    expect(visitor.problems.filter((problem) => !problem.includes("400"))).toEqual([]);
  });

  it("does not let an account executive edit a tier, nor the fields that the service writes", async () => {
    const form = await edit(await open(EXECUTIVE, account()));
    expect(await form.getByLabel("Account Name").isEditable()).toBe(true);
    for (const label of ["Partner Tier", "Qualified Tier", "Trailing eARR (USD)"])
      expect(await form.getByLabel(label, { exact: true }).count()).toBe(0);
  });

  it("shows what was saved everywhere on the page at once", async () => {
    const visitor = await open(MANAGER, account());
    const form = await edit(visitor);
    await form.getByLabel("Phone", { exact: true }).fill("+1 303 555 0100");
    await form.getByRole("button", { name: "Save" }).click();
    await visitor.page
      .getByRole("status")
      .filter({ hasText: `"${PARTNER}" was saved` })
      .waitFor();
    await visitor.page.locator(".slds-page-header").getByText("+1 303 555 0100").waitFor();
  });

  it("finds a partner by search, with the keyboard alone, and opens its page", async () => {
    const { page } = await open(MANAGER, "/lightning/o/Contact/list?filterName=All");
    await page.getByRole("searchbox", { name: "Search" }).focus();
    await page.keyboard.type("harborline dig");
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: PARTNER }).first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: PARTNER }).waitFor();
    expect(page.url()).toContain(site.idOf("Account", PARTNER));
  });

  it("sorts a list and switches to another list view", async () => {
    const { page } = await open(MANAGER, "/lightning/o/Deal_Registration__c/list?filterName=All");
    const rows = page.locator("tbody tr");
    const first = await rows.first().innerText();
    await page.getByRole("button", { name: "Registration Number" }).click();
    await expectOther(rows.first(), first);
    await page.getByRole("button", { name: "Select a list view" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Waiting for Decision" }).click();
    await page.getByRole("heading", { level: 1 }).filter({ hasText: "Waiting for Decision" }).waitFor();
    expect(page.url()).toContain("filterName=Waiting_For_Decision");
  });

  it(`asks the org ${MOST_REQUESTS} times at most for the whole account page`, async () => {
    const { requests, page } = await open(MANAGER, account());
    await page.getByRole("heading", { level: 1, name: PARTNER }).waitFor();
    expect(requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(requests.length).toBeGreaterThan(0);
  });

  it(`sends less than ${MOST_OWN_BYTES / 1000} kB of JavaScript of our own`, async () => {
    const { page } = await open(MANAGER, account());
    const urls = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const key = urls.map((url) => /\/lightning\/assets\/(own-\w+)\//.exec(url)?.[1]).find(Boolean);
    const directory = join(import.meta.dirname, "../../node_modules/.cache/local-lightning", key ?? "");
    const files = readdirSync(directory).filter((name) => name.endsWith(".js"));
    const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(directory, name))).length, 0);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThan(MOST_OWN_BYTES);
  });

  async function shows(page: Page, text: string): Promise<void> {
    await page.locator("main").getByText(text).first().waitFor();
  }

  async function expectOther(row: Locator, before: string): Promise<void> {
    await row.filter({ hasNotText: before.split("\t")[0]! }).waitFor();
  }
});
