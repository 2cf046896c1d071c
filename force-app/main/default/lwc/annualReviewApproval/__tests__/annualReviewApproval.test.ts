import * as csvFile from "c/csvFile";
import { rights } from "c/programRights";
import { deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refreshed, refuse } from "support/lwcWire";
import AnnualReviewApproval from "../annualReviewApproval";

const text = (value: string | null): object => ({ value });
const plan = JSON.stringify({
  lines: [
    { partnerId: "p1", partnerName: "Acme", tierBefore: "Gold", tierAfter: "Silver", benefitsLost: ["Co_Sell"] },
    { partnerId: "p2", partnerName: "Beta", tierBefore: "Bronze", tierAfter: "Bronze", benefitsLost: [] },
  ],
  omittedLines: 0,
});
const run = {
  Id: "a07",
  Key__c: text("annual:2024"),
  As_Of_Date__c: text("2024-01-10"),
  Held_Reason__c: text("The annual review 2024 waits."),
  Plan__c: text(plan),
  Plan_Hash__c: text("abc"),
  Approved_Plan_Hash__c: text(null),
  Approved_At__c: text(null),
  Approved_By__r: null,
};
const review = (year: number, eArr: number): object => ({
  node: {
    Partner__c: text("p1"),
    Program_Year__c: { value: year },
    eARR__c: { value: eArr },
    Technical_Resources__c: { value: 9 },
    Sales_Trained_Resources__c: { value: 5 },
  },
});
const waiting = (settings: object = {}): object => ({
  uiapi: {
    query: {
      Partner_Sync_Run__c: { edges: [{ node: { ...run, ...settings } }] },
      Partner_Tier_Review__c: { edges: [review(2023, 1), review(2024, 250000)] },
    },
  },
});
const nothing = { uiapi: { query: { Partner_Sync_Run__c: { edges: [] }, Partner_Tier_Review__c: { edges: [] } } } };
const show = (): HTMLElement => mount("c-annual-review-approval", AnnualReviewApproval);

describe("the annual review before it is published (R-16)", () => {
  beforeEach(() => {
    rights.isAdministrator = true;
  });

  it("shows that it is being read", async () => {
    const element = show();
    expect(deepOne(element, "lightning-spinner")).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it("says who goes down, who stays and why, by this year's provisional results", async () => {
    const element = show();
    await answer(waiting(), "mode");
    const shown = shownText(element);
    expect(shown).toContain("Program year 2024, as of Jan 10, 2024: 1 down, 0 up, 1 keep their tier.");
    expect(shown.replaceAll(/\s/g, " ")).toContain("USD 250,000 last calendar year; 9 technical and 5 sales-trained");
    expect(shown).toContain("The annual review 2024 waits.");
    await expect(element).toBeAccessible();
  });

  it("says when none waits", async () => {
    const element = show();
    await answer(nothing, "mode");
    expect(shownText(element)).toContain("No annual review waits.");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["something else", [{ message: "Busy." }], "The annual review could not be read Busy."],
    ["rights", NO_ACCESS, "You do not have access to the annual review."],
  ])("says when it could not be read for %s", async (_, faults, expected) => {
    const element = show();
    await refuse(faults, "mode");
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("shows an approval as given only while it is for the plan that is shown", async () => {
    const element = show();
    await answer(waiting({ Approved_Plan_Hash__c: text("older") }), "mode");
    expect(deepOne(element, "[data-action='approve']")).toBeDefined();
    await answer(waiting({ Approved_Plan_Hash__c: text("abc"), Approved_By__r: { Name: text("Ann") } }), "mode");
    expect(shownText(element)).toContain("Approved by Ann");
  });

  it("is read again after an approval", async () => {
    refreshed.mockClear();
    const element = show();
    await answer(waiting(), "mode");
    deepOne(element, "c-held-run").dispatchEvent(new CustomEvent("saved"));
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it("is exported as it stands, the plan's fingerprint in every line", async () => {
    const kept: string[] = [];
    jest.spyOn(csvFile, "saveCsv").mockImplementation((name, lines) => {
      kept.push(name, lines);
    });
    const element = show();
    await answer(waiting(), "mode");
    deepOne(element, "[data-action='export']").click();
    const [name, file = ""] = kept;
    expect(name).toBe("annual-review-2024.csv");
    expect(file.split("\r\n")[2]).toBe("Beta,p2,Bronze,Bronze,,,abc");
  });
});
