import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PartnerEvidenceTable from "../partnerEvidenceTable";

const row = {
  id: "a01",
  opportunityId: "006",
  opportunity: "Harbor",
  customer: "Kelpton Energy",
  closeDate: "2023-09-20",
  status: "Counted",
  verdict: "Counted",
  why: "The partner took part in time (R-22, R-23).",
  source: "Twilio Sales",
  role: "Influenced",
  cents: 6000010n,
};

describe("the table of evidence", () => {
  it("names its columns in every cell, for phones", async () => {
    const element = mount("c-partner-evidence-table", PartnerEvidenceTable, { rows: [row] });
    expect(deepAll(element, "td").map((cell) => cell.dataset.label)).toEqual([
      "Opportunity",
      "Close date",
      "Verdict",
      "eARR (USD)",
    ]);
    expect(shownText(element)).toContain("Kelpton Energy · Twilio Sales · Influenced Sep 20, 2023");
    await expect(element).toBeAccessible();
  });

  it("asks to be sorted by the column whose button is pressed", async () => {
    const element = mount("c-partner-evidence-table", PartnerEvidenceTable, { rows: [row] });
    const heard = jest.fn();
    element.addEventListener("sort", (event) => {
      heard((event as CustomEvent<string>).detail);
    });
    deepOne(element, "[data-column=verdict]").click();
    await settled();
    expect(heard).toHaveBeenCalledWith("verdict");
  });

  it("says that nothing matches", async () => {
    const element = mount("c-partner-evidence-table", PartnerEvidenceTable, { rows: [] });
    expect(shownText(element)).toContain("No opportunity matches");
    await expect(element).toBeAccessible();
  });
});
