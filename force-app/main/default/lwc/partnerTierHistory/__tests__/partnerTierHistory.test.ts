import { deepAll, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refuse } from "support/lwcWire";
import PartnerTierHistory from "../partnerTierHistory";
import { history } from "./data/history";

const page = (): HTMLElement => mount("c-partner-tier-history", PartnerTierHistory, { recordId: "001A" });

const REVIEWS = [
  { type: "Enrollment", to: "Registered", earr: 265000, createdAt: "2023-12-15T10:00:00.000Z" },
  { type: "Mid-Year", from: "Registered", to: "Silver", earr: 265000, createdAt: "2023-12-15T10:00:01.000Z" },
  { type: "Annual", asOf: "2022-02-01", from: "Gold", to: "Bronze" },
  { type: "Annual", asOf: "2021-02-01", from: "Gold", to: "Gold", status: "Provisional" },
  { type: "Designation", asOf: "2020-02-01", from: "Gold", to: "Global Strategic" },
];

describe("the history of a partner's tier", () => {
  it("keeps its place with a spinner until the answer is there", async () => {
    const element = page();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("lists every review in words, the last decision first", async () => {
    const element = page();
    await answer(history({ reviews: REVIEWS }));
    expect(deepAll(element, "li strong").map(shownText)).toEqual([
      "Advanced in mid-year from Registered to Silver",
      "Enrolled as Registered",
      "Annual review 2022: from Gold to Bronze",
      "Annual review 2021: Gold kept",
      "Designation changed by hand: from Gold to Global Strategic",
    ]);
    expect(shownText(element)).toContain(
      "USD 265,000 of eARR from Dec 16, 2022 to Dec 15, 2023, 12 technical and 6 sales-trained resources. Dec 15, 2023 Registered",
    );
    expect(shownText(element)).toContain("Gold Waits for approval Annual review 2021");
    await expect(element).toBeAccessible();
  });

  it("draws the trailing revenue against the thresholds, and says the same in words", async () => {
    const element = page();
    await answer(history({ deals: [["2023-06-01", 265000]] }));
    expect(shownText(element)).toContain("Gold from USD 1M Silver from USD 200K Bronze from USD 20K Registered");
    const spoken = deepAll(element, "svg")[0]!.getAttribute("aria-label")!.replaceAll(/\s/g, " ");
    expect(spoken).toContain("would hold USD 0 on Jun 14, 2024");
    await expect(element).toBeAccessible();
  });

  it("draws nothing of a partner without figures", async () => {
    const element = page();
    await answer(history({ trailing: null }));
    expect(deepAll(element, "svg")).toHaveLength(0);
    expect(shownText(element)).toContain("No reviews on record");
    await expect(element).toBeAccessible();
  });

  it("draws nothing before the first run", async () => {
    const element = page();
    await answer(history({ hasRun: false }));
    expect(deepAll(element, "svg")).toHaveLength(0);
  });

  it("says that figures are out of date, and that older reviews are not listed", async () => {
    const element = page();
    await answer(history({ reviews: REVIEWS, total: 240, hours: 37 }));
    expect(shownText(element)).toContain("The newest 5 of 240 reviews are listed.");
    expect(shownText(element)).toContain("These figures are out of date");
  });

  it("tells lack of access from other trouble", async () => {
    const refused = page();
    await refuse(NO_ACCESS);
    expect(shownText(refused)).toContain("You have no access");
    const broken = page();
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(broken)).toContain("The server is down for maintenance.");
    await expect(broken).toBeAccessible();
  });
});
