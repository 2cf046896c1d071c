import { deepAll, deepOne, mount, shownText } from "support/lwcPage";
import PartnerEarrChart from "../partnerEarrChart";

const chart = {
  bands: [
    { key: "Bronze", name: "Bronze", from: "from USD 20K" },
    { key: "Registered", name: "Registered", from: "" },
  ],
  past: "M0 100L80 40",
  future: "M80 40L100 60",
  reviews: "M80 40l0.01 0",
  todayX: 80,
  firstDay: "Dec 17, 2021",
  today: "Dec 15, 2023",
  lastDay: "Jun 14, 2024",
  summary: "It holds USD 23,000 on Dec 15, 2023.",
};

describe("the chart of revenue", () => {
  it("is a picture with a description, and lines at the thresholds", async () => {
    const element = mount("c-partner-earr-chart", PartnerEarrChart, { chart });
    expect(deepOne(element, "svg").getAttribute("aria-label")).toBe(chart.summary);
    expect(deepAll(element, "line.threshold").map((line) => line.getAttribute("y1"))).toEqual(["50", "100"]);
    expect(shownText(element)).toContain("As of Dec 15, 2023 Bronze");
    expect(shownText(element)).toContain("Dec 17, 2021 Jun 14, 2024");
    expect(shownText(element)).toContain("eARR of a review");
    await expect(element).toBeAccessible();
  });

  it.each([
    [0, "slds-text-align_left", "margin-inline-start: 0%"],
    [50, "slds-text-align_left", "margin-inline-start: 50%"],
    [50.1, "slds-text-align_right", "margin-inline-end: 49.9%"],
    [80, "slds-text-align_right", "margin-inline-end: 20%"],
  ])("has its day at the dotted line at %s percent, on the side with room", (todayX, side, style) => {
    const element = mount("c-partner-earr-chart", PartnerEarrChart, { chart: { ...chart, todayX } });
    const day = deepOne(element, ".axis p");
    expect([...day.classList]).toContain(side);
    expect(day.getAttribute("style")).toContain(style);
  });

  it("has no key for reviews where there are none", () => {
    const element = mount("c-partner-earr-chart", PartnerEarrChart, { chart: { ...chart, reviews: "" } });
    expect(shownText(element)).not.toContain("eARR of a review");
  });
});
