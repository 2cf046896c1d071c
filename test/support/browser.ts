import { chromium, type Browser, type BrowserContext, type Page, type Request } from "playwright-core";
import { stylesheetUrl, type Theme } from "../../local-org/lightning/stylesheets.ts";
import { chromiumBinary } from "./chromiumBinary.ts";

export type Width = 1280 | 375;
export type { Theme };

const HEIGHTS: Readonly<Record<Width, number>> = { 1280: 900, 375: 812 };

/** What a page needs at most on a loaded machine before it counts as hung. */
const HANG_MS = 30_000;

/** What a click brings may show its spinner a frame or two later, and one spinner may give way to the next. */
const NO_SPINNER_FOR_SOME_FRAMES = `new Promise((done) => {
  let frames = 0;
  const look = () => {
    const spinners = Array.from(document.querySelectorAll(".slds-spinner"));
    frames = spinners.some((spinner) => spinner.checkVisibility()) ? 0 : frames + 1;
    if (frames > 5) done(true);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Puts the other stylesheet in the place of the one that is there, as a page loaded with it would have it. */
function changeClothes(theme: Theme): string {
  return `new Promise((done, fail) => {
    const worn = document.querySelector("link[rel=stylesheet]");
    const sheet = worn.cloneNode();
    sheet.href = ${JSON.stringify(stylesheetUrl(theme))};
    sheet.onload = () => { worn.remove(); done(true); };
    sheet.onerror = fail;
    worn.after(sheet);
    document.documentElement.className = ${JSON.stringify(theme)};
    document.body.classList.toggle("slds-scope", ${theme === "slds2"});
  })`;
}

/** A real browser. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await chromiumBinary();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-dev-shm-usage"],
    timeout: HANG_MS,
  });
}

export interface Visit {
  readonly instanceUrl: string;
  /** Username, id, or permission set of a starting user. */
  readonly as: string;
  readonly width?: Width;
  readonly theme?: Theme;
}

/** Somebody logged in, with a window of that width. What goes wrong in the page is kept in `problems`. */
export class Visitor {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly requests: string[] = [];
  readonly #context: BrowserContext;
  readonly #visit: Visit;
  readonly #underWay = new Set<Request>();

  constructor(context: BrowserContext, page: Page, visit: Visit) {
    this.#context = context;
    this.page = page;
    this.#visit = visit;
    page.on("pageerror", (error) => this.problems.push(error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
    page.on("request", (request) => {
      const path = request.url().replace(visit.instanceUrl, "");
      if (path.startsWith("/services/data/")) this.requests.push(`${request.method()} ${path}`);
      this.#underWay.add(request);
    });
    page.on("requestfinished", (request) => this.#underWay.delete(request));
    page.on("requestfailed", (request) => this.#underWay.delete(request));
  }

  /** Opens an address of the org and waits until the page has everything that it asked for. */
  async open(path: string): Promise<void> {
    const { instanceUrl, as, theme = "slds1" } = this.#visit;
    const startURL = `${path}${path.includes("?") ? "&" : "?"}theme=${theme}`;
    const query = new URLSearchParams({ as, startURL }).toString();
    const response = await this.page.goto(`${instanceUrl}/lightning/login?${query}`);
    if (response?.ok() !== true) throw new Error(`${path}: ${await this.page.innerText("body")}`);
    await this.settle();
  }

  /**
   * Waits until nothing is under way: no request of data, no icon or component still to come. That the network was
   * idle once stays true for the page's life, so after a click only the requests themselves tell.
   */
  async settle(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
    do await this.page.waitForFunction(NO_SPINNER_FOR_SOME_FRAMES);
    while (this.#underWay.size > 0);
  }

  /** Shows the page as it stands in the other look. */
  async wear(theme: Theme): Promise<void> {
    await this.page.evaluate(changeClothes(theme));
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** Logs somebody in with a fresh browser profile. */
export async function visit(browser: Browser, options: Visit): Promise<Visitor> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(HANG_MS);
  return new Visitor(context, await context.newPage(), options);
}
