import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refuse } from "support/lwcWire";
import PartnerPortfolio from "../partnerPortfolio";
import { atRisk, byTier, nearest, provisional, quiet, type Partner } from "../readPortfolio";

const partner = (name: string, settings: Partial<Partner> = {}): Partner => ({
  id: name,
  name,
  status: "Enrolled",
  tier: "Silver",
  annualTier: null,
  projectedTier: "Silver",
  trailing: 1,
  nextTier: "Gold",
  gap: { eArr: 1, technical: 1, sales: 1 },
  quietQuarter: null,
  ...settings,
});
const names = (partners: readonly Partner[]): string[] => partners.map(({ name }) => name);

describe("the views of a portfolio", () => {
  it("puts the highest tier first", () => {
    const tiers = ["Bronze", null, "Global Strategic", "Gold"];
    expect(byTier(tiers.map((tier) => partner(String(tier), { tier }))).map(({ tier }) => tier)).toEqual([
      "Global Strategic",
      "Gold",
      "Bronze",
      null,
    ]);
  });

  it("puts first whoever lacks the fewest requirements, then the least revenue, then the fewest people", () => {
    const gap = (eArr: number, technical: number, sales: number): Partial<Partner> => ({
      gap: { eArr, technical, sales },
    });
    const partners = [
      partner("all three", gap(1, 1, 1)),
      partner("more revenue", gap(200, 0, 0)),
      partner("more people", gap(0, 3, 0)),
      partner("one person", gap(0, 1, 0)),
      partner("at the top", { nextTier: null }),
      partner("suspended", { status: "Suspended", ...gap(0, 1, 0) }),
    ];
    expect(names(nearest(partners))).toEqual(["one person", "more people", "more revenue", "all three"]);
  });

  it("sees a risk only where January would give less", () => {
    const partners = [
      partner("lower", { projectedTier: "Bronze" }),
      partner("same"),
      partner("higher", { projectedTier: "Gold" }),
      partner("not calculated", { projectedTier: null }),
    ];
    expect(names(atRisk(partners))).toEqual(["lower"]);
  });

  it("finds provisional results and quiet partners", () => {
    const partners = [partner("a", { annualTier: "Bronze" }), partner("b", { quietQuarter: "2023-Q3" }), partner("c")];
    expect([names(provisional(partners)), names(quiet(partners))]).toEqual([["a"], ["b"]]);
  });
});

const text = (value: string | null): object => ({ value });
const node = (name: string, tier: string): object => ({
  node: {
    Id: name,
    Name: text(name),
    Partner_Status__c: { value: "Enrolled", label: "Enrolled" },
    Partner_Tier__c: text(tier),
    Annual_Tier__c: text(null),
    Projected_Annual_Tier__c: text("Registered"),
    Trailing_eARR__c: { value: 1 },
    Next_Tier__c: text(null),
    Next_Tier_eARR_Gap__c: { value: null },
    Next_Tier_Technical_Gap__c: { value: null },
    Next_Tier_Sales_Gap__c: { value: null },
    Partner_Activity_Review__c: text(null),
  },
});
const lastRun = (hours: number): object => ({
  node: {
    Id: "a07",
    As_Of_Date__c: text("2023-12-15"),
    Finished_At__c: text("2023-12-15T10:00:00Z"),
    Hours_Since_Finish__c: { value: hours },
  },
});
const policy = {
  node: {
    Id: "m01",
    Effective_From_Date__c: text("2023-01-01"),
    Effective_To_Date__c: text(null),
    Stale_After_Hours__c: { value: 36 },
    Time_Zone__c: text("America/Los_Angeles"),
    Trailing_Window_Days__c: { value: 365 },
  },
};
const portfolio = (nodes: object[], totalCount = nodes.length, hours = 1): object => ({
  uiapi: {
    query: {
      Account: { totalCount, edges: nodes },
      lastRun: { edges: [lastRun(hours)] },
      Partner_Program_Policy__mdt: { edges: [policy] },
    },
  },
});
const show = (): HTMLElement => mount("c-partner-portfolio", PartnerPortfolio);

describe("a manager's partners", () => {
  it("show that they are being read", async () => {
    const element = show();
    expect(deepOne(element, "lightning-spinner")).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it("are counted by tier and shown in five views", async () => {
    const element = show();
    await answer(portfolio([node("Acme", "Gold"), node("Beta", "Silver"), node("Cove", "Silver")]), "where");
    const labels = deepAll<HTMLElement & { label: string }>(element, "lightning-tab").map(({ label }) => label);
    expect(labels).toEqual(["By tier (3)", "Next tier (0)", "At risk (3)", "Provisional (0)", "Quiet (0)"]);
    expect(shownText(element)).toContain("Gold 1 Silver 2");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["up to date at the policy's limit", 36, false],
    ["out of date beyond it", 36.01, true],
  ])("have figures that are said to be %s", async (_, hours, isStale) => {
    const element = show();
    await answer(portfolio([node("Acme", "Gold")], 1, hours), "where");
    expect(shownText(element).includes("These figures are out of date")).toBe(isStale);
    await expect(element).toBeAccessible();
  });

  it("say so where the list is cut off", async () => {
    const element = show();
    await answer(portfolio([node("Acme", "Gold")], 3000), "where");
    expect(shownText(element)).toContain("The first 1 of 3,000 partners are shown.");
  });

  it("say what to do where there are none, and can be widened to all", async () => {
    const element = show();
    await answer(portfolio([]), "where");
    expect(shownText(element)).toContain("No enrolled partner names you");
    await expect(element).toBeAccessible();
    deepOne(element, "lightning-combobox").dispatchEvent(new CustomEvent("change", { detail: { value: "all" } }));
    await settled();
    expect(deepOne<HTMLElement & { value: string }>(element, "lightning-combobox").value).toBe("all");
  });

  it.each([
    ["something else", [{ message: "Busy." }], "The partners could not be read Busy."],
    ["rights", NO_ACCESS, "You do not have access to partner accounts."],
  ])("say when they could not be read for %s", async (_, faults, expected) => {
    const element = show();
    await refuse(faults, "where");
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });
});
