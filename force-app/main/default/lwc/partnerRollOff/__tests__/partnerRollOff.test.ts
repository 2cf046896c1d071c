import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerRollOff from "../partnerRollOff";

const day = { key: "2024-01-01", day: "Jan 1, 2024", amount: "USD 5", deals: "Harbor", left: "USD 10" };

describe("what leaves the window", () => {
  it("is a table whose cells know their column on a phone", async () => {
    const rollOff = { days: [day], crossing: "From Jan 1, 2024 on, USD 1 would be missing for Bronze.", note: null };
    const element = mount("c-partner-roll-off", PartnerRollOff, { rollOff });
    expect(deepAll(element, "td").map((cell) => cell.dataset.label)).toEqual([
      "Leaves on",
      "Opportunities",
      "eARR",
      "What is left",
    ]);
    expect(shownText(element)).toContain("USD 1 would be missing for Bronze.");
    await expect(element).toBeAccessible();
  });

  it("is a sentence where nothing leaves", async () => {
    const rollOff = { days: [], crossing: null, note: "Nothing leaves within 90 days." };
    const element = mount("c-partner-roll-off", PartnerRollOff, { rollOff });
    expect(deepAll(element, "table")).toHaveLength(0);
    expect(shownText(element)).toBe("What leaves the window Nothing leaves within 90 days.");
    await expect(element).toBeAccessible();
  });
});
