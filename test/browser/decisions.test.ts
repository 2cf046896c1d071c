import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Locator, Page } from "playwright-core";
import {
  ADMINISTRATOR,
  EXECUTIVE,
  KEYBOARD,
  MANAGER,
  MOUSE,
  openWorkplace,
  type Desk,
  type Way,
  type Workplace,
} from "./workplace.ts";

/** More than the policy lets go without a question: 5 % of the agreements. */
const AGREEMENTS_LOST = 8;

describe("People decide on their pages", () => {
  let work: Workplace;

  beforeAll(async () => {
    work = await openWorkplace();
  });
  afterEach(async () => expect(await work.leave()).toEqual([]));
  afterAll(() => work.close());

  const registrationOf = async (customer: string, partner: string): Promise<{ id: string; dealId: string }> => {
    const [row] = await work.team.find(
      `SELECT Id, Opportunity__c FROM Deal_Registration__c WHERE Customer_Name__c = '${customer}' AND Partner__r.Name = '${partner}'`,
    );
    return { id: String(row?.["Id"]), dealId: String(row?.["Opportunity__c"]) };
  };
  const openRegistration = async (customer: string, partner: string, as: string, way: Way): Promise<Desk> =>
    work.open(as, `/lightning/r/Deal_Registration__c/${(await registrationOf(customer, partner)).id}/view`, way);

  const toast = (page: Page, text: string): Locator => page.getByRole("status").filter({ hasText: text });

  it("an administrator approves a late claim by the keyboard, and the deal counts", async () => {
    const { page, hand } = await openRegistration(
      "Hazelstead Logistics",
      "Kestrelway Digital",
      ADMINISTRATOR,
      KEYBOARD,
    );
    const decision = page.locator("c-registration-decision");
    await decision.getByText("Submitted after the deal had closed").waitFor();
    await hand.press(decision.getByRole("button", { name: "Approve the Late Claim" }));
    await decision.getByText("The late claim is approved").waitFor();

    const account = await work.open(MANAGER, work.record("Account", "Kestrelway Digital"), MOUSE);
    await account.hand.press(account.page.getByRole("button", { name: "Recalculate" }));
    await account.page.getByText("The figures are up to date").waitFor();
    const { dealId } = await registrationOf("Hazelstead Logistics", "Kestrelway Digital");
    const opportunity = await work.open(EXECUTIVE, `/lightning/r/Opportunity/${dealId}/view`, MOUSE);
    const row = opportunity.page.locator("c-opportunity-partner-row").filter({ hasText: "Kestrelway Digital" });
    await row.getByText("Counts with USD 300,000").waitFor();
  });

  it("nobody but an administrator is offered the late claim", async () => {
    const { page } = await openRegistration("Jaspergate Foods", "Ashcombe Vale", MANAGER, MOUSE);
    const decision = page.locator("c-registration-decision");
    await decision.getByText("Submitted after the deal had closed").waitFor();
    expect(await decision.getByRole("button", { name: "Approve the Late Claim" }).count()).toBe(0);
  });

  it("a manager matches a registration to an opportunity by the mouse, and the partner is on the deal once it is approved", async () => {
    const customer = work.site.idOf("Account", "Amberton Foods");
    await work.team.create("executive", "Opportunity", {
      Name: "Amberton Foods: order line",
      AccountId: customer,
      StageName: "Prospecting",
      CloseDate: "2024-02-20",
      CurrencyIsoCode: "USD",
      eARR__c: 25000,
    });
    const { page, hand } = await openRegistration("Amberton Foods", "Driftmark Solutions", MANAGER, MOUSE);
    const match = page.locator("c-registration-match");
    await hand.pick(
      match.getByRole("combobox", { name: "Find the opportunity" }),
      "Amberton Foods: o",
      "Amberton Foods: order line",
    );
    await hand.press(match.getByRole("button", { name: "Match", exact: true }));
    await match.getByRole("link", { name: "Amberton Foods: order line" }).waitFor();

    const decision = page.locator("c-registration-decision");
    await hand.write(decision.getByRole("textbox", { name: "Reason" }), "Their own lead");
    await hand.press(decision.getByRole("button", { name: "Approve", exact: true }));
    await hand.press(match.getByRole("link", { name: "Amberton Foods: order line" }));
    const row = page.locator("c-opportunity-partner-row").filter({ hasText: "Driftmark Solutions" });
    await row.getByText("Deal registration").first().waitFor();
  });

  it("a manager makes an opportunity of a registration by the keyboard", async () => {
    const { page, hand } = await openRegistration("Prairiemere Colleges", "Driftmark Solutions", MANAGER, KEYBOARD);
    const match = page.locator("c-registration-match");
    await hand.press(match.getByRole("button", { name: "New Opportunity" }));
    await hand.pick(
      match.getByRole("combobox", { name: "Customer's account" }),
      "Prairiemere C",
      "Prairiemere Colleges",
    );
    await hand.write(match.getByLabel("Close Date"), "3/15/2024");
    await hand.press(match.getByRole("button", { name: "Create and Match" }));
    const link = match.getByRole("link");
    await link.waitFor();
    const name = await link.innerText();
    expect(await work.team.find(`SELECT StageName, CloseDate FROM Opportunity WHERE Name = '${name}'`)).toEqual([
      { StageName: "Prospecting", CloseDate: "2024-03-15" },
    ]);
  });

  it("an executive takes a partner off an open opportunity by the keyboard, after being asked", async () => {
    const { page, hand } = await work.open(
      EXECUTIVE,
      work.record("Opportunity", "Greyfold Partners: first joint project"),
      KEYBOARD,
    );
    const row = page.locator("c-opportunity-partner-row").filter({ hasText: "Greyfold Partners" });
    await hand.press(row.getByRole("button", { name: "Remove Greyfold Partners" }));
    await hand.press(page.getByRole("button", { name: "OK" }));
    await toast(page, "Greyfold Partners").waitFor();
    await row.waitFor({ state: "detached" });
    const left = `SELECT Id FROM Opportunity_Partner__c WHERE Partner__r.Name = 'Greyfold Partners' AND Opportunity__r.Name = 'Greyfold Partners: first joint project'`;
    expect(await work.team.find(left)).toEqual([]);
  });

  it("a manager keeps the evidence as a file that adds up to the tier card", async () => {
    const { page, hand } = await work.open(MANAGER, work.record("Account", "Marlowick Systems"), MOUSE);
    await hand.press(page.getByRole("tab", { name: "Evidence" }));
    const evidence = page.locator("c-partner-evidence");
    const file = page.waitForEvent("download");
    await hand.press(evidence.getByRole("button", { name: "Export as CSV" }));
    expect((await file).suggestedFilename()).toBe("partner-evidence-2023-12-15.csv");
    const text = readFileSync(await (await file).path(), "utf8");
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(rows.map((row) => [row["Customer"], row["Close date"], row["Verdict"], row["eARR (USD)"]])).toEqual([
      ["Yarrowdale Health Network", "2023-11-30", "Not counted", "0.00"],
      ["Flintmere Energy", "2023-08-24", "Counted", "45000.00"],
      ["Amberridge Media", "2023-07-27", "Not counted", "0.00"],
      ["Birchbank Foods", "2023-03-30", "Not counted", "0.00"],
    ]);
    await evidence.getByText("USD 45,000.00").first().waitFor();
    await evidence.getByText("The same as on the tier card.").waitFor();
  });

  it("an administrator releases a held run by its plan, and the run goes through", async () => {
    const agreements = await work.team.find(
      `SELECT Id FROM Partner_Agreement__c WHERE Type__c != 'Baseline Partner Agreement' LIMIT ${AGREEMENTS_LOST}`,
    );
    expect(agreements).toHaveLength(AGREEMENTS_LOST);
    for (const { Id } of agreements) await work.team.remove("administrator", "Partner_Agreement__c", String(Id));
    await work.site.run();

    const { page, hand } = await work.open(ADMINISTRATOR, "/lightning/page/home", MOUSE);
    const card = page.locator("c-sync-runs");
    const held = card.locator("section").filter({ hasText: "is held: nothing was written" });
    await held.getByText("agreements").first().waitFor();
    const hash = (await held.getByTitle(/^[0-9a-f]{64}$/).getAttribute("title")) ?? "";
    await hand.press(held.getByRole("button", { name: "Release" }));
    await hand.press(page.getByRole("button", { name: "OK" }));
    await toast(page, "The plan is approved").waitFor();
    // The service finds the approval by itself, and the card follows it.
    await held.waitFor({ state: "detached" });
    await card.locator("li").first().getByText("Completed", { exact: true }).waitFor();
    const approved = `SELECT Status__c, Plan_Hash__c FROM Partner_Sync_Run__c WHERE Approved_Plan_Hash__c = '${hash}' ORDER BY Status__c`;
    expect(await work.team.find(approved)).toEqual([
      { Status__c: "Completed", Plan_Hash__c: hash },
      { Status__c: "Superseded", Plan_Hash__c: hash },
    ]);
  });
});
