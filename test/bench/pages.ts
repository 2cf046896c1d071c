/**
 * Measures the page of a partner account in a real browser with the real service, the browser's cache warm, and what
 * jumps on the others: `npm run bench:pages [-- VISITS]`. Timings say nothing on a busy machine.
 */
import type { Page } from "playwright-core";
import { sampleSite } from "../browser/sampleSite.ts";
import { SITE_PAGES } from "../browser/sitePages.ts";
import { launchBrowser, visit, type Width } from "../support/browser.ts";

const VISITS = Number(process.argv[2] ?? 10);
const PARTNER = "Ravenscarp Systems";
const GOALS = { seconds: 2, requests: 6, shift: 0.1 };
const WIDTHS: readonly Width[] = [1280, 375];

interface Seen {
  readonly seconds: number;
  readonly requests: number;
  /** Cumulative layout shift: the sum of all, whoever caused them. https://web.dev/articles/cls */
  readonly shift: number;
}

/** What the browser reports from the first paint on. */
const ADD_UP_SHIFTS = `
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;

/** The last parts of each card to come. */
async function complete(page: Page): Promise<void> {
  await Promise.all([
    page.getByRole("heading", { level: 1, name: PARTNER }).waitFor(),
    page.getByText("Silver would become Bronze in January 2024").waitFor(),
    page.getByRole("img", { name: /trailing window held/ }).waitFor(),
    page.getByText("of 17 available").waitFor(),
  ]);
  await page.waitForFunction(
    `!Array.from(document.querySelectorAll(".slds-spinner")).some((spinner) => spinner.checkVisibility())`,
  );
}

async function measureVisits(width: Width): Promise<Seen[]> {
  const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as: "Partner_Account_Manager", width });
  const { page, requests } = visitor;
  await page.addInitScript(ADD_UP_SHIFTS);
  const path = `/lightning/r/Account/${site.idOf("Account", PARTNER)}/view`;
  await visitor.open(path);
  const seen: Seen[] = [];
  for (let visited = 0; visited < VISITS; visited += 1) {
    requests.length = 0;
    await page.goto(`${site.instanceUrl}${path}`, { waitUntil: "commit" });
    await complete(page);
    const seconds = Number(await page.evaluate("performance.now() / 1000"));
    await visitor.settle();
    seen.push({ seconds, requests: requests.length, shift: Number(await page.evaluate("window.shifts")) });
  }
  await visitor.close();
  return seen;
}

/** Of every page without a click, most first. */
async function shiftsOfPages(width: Width): Promise<readonly (readonly [name: string, shift: number])[]> {
  const shifts: [string, number][] = [];
  for (const { name, as, path } of SITE_PAGES.filter(({ clicks }) => clicks === undefined)) {
    const visitor = await visit(browser, { instanceUrl: site.instanceUrl, as, width });
    await visitor.page.addInitScript(ADD_UP_SHIFTS);
    await visitor.open(path(site));
    await visitor.page.reload();
    await visitor.settle();
    shifts.push([name, Number(await visitor.page.evaluate("window.shifts"))]);
    await visitor.close();
  }
  return shifts.sort(([, one], [, other]) => other - one);
}

function line(name: string, values: readonly number[], goal: number, digits: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [middle = 0, most = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  const verdict = most <= goal ? "met" : "missed";
  return `| ${name} | ${middle.toFixed(digits)} | ${most.toFixed(digits)} | ${goal} | ${verdict} |`;
}

const site = await sampleSite();
const browser = await launchBrowser();
try {
  console.log(`| account page, ${VISITS} visits | median | most | goal | |\n| --- | --- | --- | --- | --- |`);
  for (const width of WIDTHS) {
    const seen = await measureVisits(width);
    const of = (key: keyof Seen): number[] => seen.map((one) => one[key]);
    console.log(line(`${width} px: complete after, s`, of("seconds"), GOALS.seconds, 2));
    console.log(line(`${width} px: data requests`, of("requests"), GOALS.requests, 0));
    console.log(line(`${width} px: layout shift`, of("shift"), GOALS.shift, 3));
  }
  for (const width of WIDTHS) {
    const shifts = await shiftsOfPages(width);
    const texts = shifts.map(([name, shift]) => `${name} ${shift.toFixed(3)}`);
    console.log(`\nLayout shift at ${width} px: ${texts.join(", ")}`);
  }
} finally {
  await browser.close();
  await site.close();
}
