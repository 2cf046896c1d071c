/** The sample programme with everybody at work: people at their browsers, the service looking for what they ask for. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { startSchedule, type Schedule } from "../../sync-service/schedule.ts";
import { signInEveryone, Team } from "../force-app/signIn.ts";
import { launchBrowser, visit, type Visitor, type Width } from "../support/browser.ts";
import { byKeyboard, byMouse, type Handling } from "./handling.ts";
import { sampleSite, type SampleSite } from "./sampleSite.ts";

export const EXECUTIVE = "Partner_Account_Executive";
export const MANAGER = "Partner_Account_Manager";
export const ADMINISTRATOR = "Partner_Program_Administrator";

/** How somebody works, and how wide their window is. */
export interface Way {
  readonly name: string;
  readonly width: Width;
  readonly hands: (page: Page) => Handling;
}

export const MOUSE: Way = { name: "a mouse at 1280 pixels", width: 1280, hands: byMouse };
export const KEYBOARD: Way = { name: "the keyboard at 375 pixels", width: 375, hands: byKeyboard };

export interface Desk {
  readonly page: Page;
  readonly hand: Handling;
  /** Opens the same page once more. */
  readonly again: () => Promise<void>;
}

/** The service as it stands in production: it looks for requests and approvals by itself. */
function startService(site: SampleSite): Schedule {
  const org = openOrg(localCredentials(join(site.local.directory.path, "org", "connection.json")));
  const log = createLogger("silent");
  return startSchedule({
    org,
    log,
    cron: "0 0 1 1 *",
    timeZone: "America/Los_Angeles",
    pollSeconds: 0.5,
    run: (request) => runSync({ org, log, progress: silentProgress }, request),
  });
}

export class Workplace {
  readonly site: SampleSite;
  readonly team: Team;
  readonly #browser: Browser;
  readonly #service: Schedule;
  readonly #visitors: Visitor[] = [];

  constructor(site: SampleSite, browser: Browser, service: Schedule, team: Team) {
    this.site = site;
    this.#browser = browser;
    this.#service = service;
    this.team = team;
  }

  /** Sits somebody down before a page. */
  async open(as: string, path: string, { width, hands }: Way): Promise<Desk> {
    const visitor = await visit(this.#browser, { instanceUrl: this.site.instanceUrl, as, width });
    this.#visitors.push(visitor);
    await visitor.open(path);
    return { page: visitor.page, hand: hands(visitor.page), again: () => visitor.open(path) };
  }

  record(object: string, name: string): string {
    return `/lightning/r/${object}/${this.site.idOf(object, name)}/view`;
  }

  /** Sends everybody home; returns what went wrong in their pages. */
  async leave(): Promise<string[]> {
    // A save that a rule refuses is answered by 400, which browsers note.
    const problems = this.#visitors
      .flatMap(({ problems }) => problems)
      .filter((text) => !text.includes("status of 400"));
    await Promise.all(this.#visitors.splice(0).map((visitor) => visitor.close()));
    return problems;
  }

  async close(): Promise<void> {
    await this.#service.stop();
    await this.#browser.close();
    await this.site.close();
  }
}

export async function openWorkplace(): Promise<Workplace> {
  const [site, browser] = await Promise.all([sampleSite(), launchBrowser()]);
  return new Workplace(site, browser, startService(site), new Team(await signInEveryone(site.local)));
}
