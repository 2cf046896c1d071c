import { deepAll, mount, shownText } from "support/lwcPage";
import FiguresFreshness from "../figuresFreshness";

const clock = { asOf: "2023-12-15", finishedAt: "2023-12-15T10:00:00Z", isStale: false, staleAfterHours: 36 };

describe("how fresh figures are", () => {
  it("is said quietly while they are", async () => {
    const element = mount("c-figures-freshness", FiguresFreshness, { clock });
    expect(shownText(element)).toBe("Figures as of Dec 15, 2023, calculated on Dec 15, 2023, 2:00 AM.");
    await expect(element).toBeAccessible();
  });

  it("is said as an error once they are out of date", async () => {
    const element = mount("c-figures-freshness", FiguresFreshness, { clock: { ...clock, isStale: true } });
    expect(deepAll(element, "[role=alert]").map(shownText).join()).toContain("no older than 36 hours");
    await expect(element).toBeAccessible();
  });

  it("is not said without a run", () => {
    expect(shownText(mount("c-figures-freshness", FiguresFreshness))).toBe("");
  });
});
