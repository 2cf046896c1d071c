import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refuse } from "support/lwcWire";
import PartnerEvidence from "../partnerEvidence";
import { evidence, type Given } from "./data/evidence";

const list = (): HTMLElement => mount("c-partner-evidence", PartnerEvidence, { recordId: "001A" });

const DEALS: readonly Given[] = [
  { name: "Harbor", closeDate: "2023-09-20", amount: 60000.1 },
  { name: "Lake", closeDate: "2022-12-20", amount: 25000.2 },
  { name: "River", closeDate: "2022-12-15", amount: 7 },
  { name: "Pond", closeDate: "2023-10-01", status: "Excluded", reason: "Added After Close" },
  { name: "Creek", closeDate: "2024-01-31", status: "Pending" },
  { name: "Brook", closeDate: "2023-11-01", status: "Lost" },
];
const FIGURES = { Trailing_eARR__c: 85000.3, Year_To_Date_eARR__c: 60000.1, Annual_Window_eARR__c: 25007.2 };

const names = (element: HTMLElement): string[] =>
  deepAll(deepOne(element, "c-partner-evidence-table"), "c-record-link").map(
    (link) => (link as HTMLElement & { name: string }).name,
  );

function choose(element: HTMLElement, at: number, value: string): Promise<void> {
  const input = deepAll(element, "lightning-combobox, lightning-input")[at]!;
  input.dispatchEvent(new CustomEvent("change", { detail: { value } }));
  return settled();
}

describe("the evidence of a partner", () => {
  it("keeps its place with a spinner until the answer is there", async () => {
    const element = list();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("adds up to the tier card, exactly and for each period", async () => {
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES }));
    expect(shownText(element)).toContain("2 opportunities count: USD 85,000.30 The same as on the tier card.");
    expect(shownText(element)).toContain("Not counted: 1. Open: 0. Lost: 1.");
    expect(names(element)).toEqual(["Brook", "Pond", "Harbor", "Lake"]);
    await choose(element, 0, "yearToDate");
    expect(shownText(element)).toContain("1 opportunity counts: USD 60,000.10 The same as on the tier card.");
    await choose(element, 0, "lastYear");
    expect(shownText(element)).toContain("2 opportunities count: USD 25,007.20 The same as on the tier card.");
    await choose(element, 0, "all");
    expect(names(element)).toHaveLength(6);
    await expect(element).toBeAccessible();
  });

  it("says so where the rows have changed since the figures were calculated", async () => {
    const element = list();
    await answer(evidence(DEALS, { account: { ...FIGURES, Trailing_eARR__c: 85000.29 } }));
    expect(shownText(element)).toContain("The tier card says USD 85,000.29. Rows have changed");
  });

  it("says of each row in words whether it counts, and by which rule", async () => {
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES }));
    const rows = deepAll(deepOne(element, "c-partner-evidence-table"), "tbody tr").map(shownText);
    expect(rows[1]).toContain("Not counted Twilio sales added the partner after the close");
    expect(rows[2]).toContain("Counted The partner took part in time (R-22, R-23).");
    expect(rows[2]).toContain("USD 60,000.10");
  });

  it("filters by verdict and by every word that is searched for", async () => {
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES }));
    await choose(element, 1, "Excluded");
    expect(names(element)).toEqual(["Pond"]);
    await choose(element, 1, "");
    await choose(element, 2, "kelpton HARBOR");
    expect(names(element)).toEqual(["Harbor"]);
    await choose(element, 2, "nothing like it");
    expect(shownText(element)).toContain("No opportunity matches");
    await expect(element).toBeAccessible();
  });

  it("sorts by a column, and the other way round when asked again", async () => {
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES }));
    const sort = async (column: string): Promise<void> => {
      deepOne(element, `[data-column=${column}]`).click();
      await settled();
    };
    await sort("cents");
    expect(names(element).slice(0, 2)).toEqual(["Harbor", "Lake"]);
    expect(deepAll(element, "th").map((head) => head.ariaSort ?? head.getAttribute("aria-sort"))).toContain(
      "descending",
    );
    await sort("cents");
    expect(names(element).at(-1)).toBe("Harbor");
    await sort("opportunity");
    expect(names(element)).toEqual(["Brook", "Harbor", "Lake", "Pond"]);
  });

  it("shows many rows a few at a time", async () => {
    const element = list();
    await answer(evidence(Array.from({ length: 60 }, (_, at) => ({ name: `Deal ${at}`, amount: 1 }))));
    expect(names(element)).toHaveLength(25);
    expect(shownText(element)).toContain("25 of 60 shown");
    const [more] = deepAll(deepOne(element, "c-partner-evidence-table"), "lightning-button");
    more!.click();
    await settled();
    expect(names(element)).toHaveLength(50);
  });

  it("reads page after page, and adds up all of them", async () => {
    const element = list();
    await answer(evidence([{ amount: 1 }], { total: 2, next: "more", account: { Trailing_eARR__c: 3 } }));
    await answer(evidence([{ amount: 2 }], { total: 2, account: { Trailing_eARR__c: 3 } }));
    expect(shownText(element)).toContain("2 opportunities count: USD 3.00 The same as on the tier card.");
  });

  it("takes the total from the card where not every row could be read, and says so", async () => {
    const element = list();
    await answer(evidence([{ amount: 1 }], { total: 12000, account: { Trailing_eARR__c: 5000000 } }));
    expect(shownText(element)).toContain("1 of 12,000 rows were read.");
    expect(shownText(element)).toContain("USD 5,000,000.00 Taken from the tier card");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["up to date at the policy's limit", 36, false],
    ["out of date beyond it", 36.01, true],
  ])("says that figures are %s", async (_, hours, isStale) => {
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES, hours }));
    expect(shownText(element).includes("These figures are out of date")).toBe(isStale);
    await expect(element).toBeAccessible();
  });

  it("saves what is listed as a file", async () => {
    const texts: Blob[] = [];
    const keep = jest.fn((blob: Blob) => {
      texts.push(blob);
      return "blob:evidence";
    });
    Object.assign(URL, { createObjectURL: keep, revokeObjectURL: jest.fn() });
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const element = list();
    await answer(evidence(DEALS, { account: FIGURES }));
    deepOne(element, "lightning-button").click();
    expect(texts).toHaveLength(1);
    expect(texts[0]!.size).toBeGreaterThan(300);
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["no partner", evidence(DEALS, { account: { Partner_Status__c: null } }), "This account is not a partner"],
    ["a partner without opportunities", evidence([]), "No opportunity names this partner yet"],
    ["a partner nobody calculated", evidence(DEALS, { hasRun: false }), "The next nightly run decides"],
  ])("says what to do about %s", async (_, data, expected) => {
    const element = list();
    await answer(data);
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("tells lack of access from other trouble", async () => {
    const refused = list();
    await refuse(NO_ACCESS);
    expect(shownText(refused)).toContain("You have no access");
    const broken = list();
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(broken)).toContain("The server is down for maintenance.");
    await expect(broken).toBeAccessible();
  });
});
