import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerTierProgress from "../partnerTierProgress";

const requirements = [
  { key: "a", name: "Technical resources", standing: "9 of 10", missing: "1 missing", isMet: false, percent: 90 },
  { key: "b", name: "Sales-trained resources", standing: "5", missing: "Reached", isMet: true, percent: 100 },
];

describe("progress", () => {
  it("is a bar that also speaks", async () => {
    const progress = { heading: "On the way to Silver", note: null, requirements };
    const element = mount("c-partner-tier-progress", PartnerTierProgress, { progress });
    const bars = deepAll(element, "[role=progressbar]");
    expect(bars.map((bar) => bar.getAttribute("aria-valuetext"))).toEqual(["9 of 10. 1 missing", "5. Reached"]);
    expect(bars.map((bar) => bar.getAttribute("aria-valuenow"))).toEqual(["90", "100"]);
    await expect(element).toBeAccessible();
  });

  it("has no bars where there is no tier to reach", () => {
    const progress = { heading: "What the tier rests on", note: "This is the highest tier.", requirements };
    const element = mount("c-partner-tier-progress", PartnerTierProgress, { progress });
    expect(deepAll(element, "[role=progressbar]")).toHaveLength(0);
    expect(shownText(element)).toContain("This is the highest tier.");
  });
});
