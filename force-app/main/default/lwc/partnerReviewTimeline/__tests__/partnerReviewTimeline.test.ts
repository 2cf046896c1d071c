import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PartnerReviewTimeline from "../partnerReviewTimeline";

const review = (key: string, heading: string): object => ({
  key,
  day: "Dec 15, 2023",
  heading,
  tier: "Silver",
  figures: "USD 200,000 of eARR.",
  isProvisional: false,
  explanation: [`${heading} (R-14).`, "Policy: Program Year 2023."],
});

async function press(element: HTMLElement, at: number): Promise<void> {
  deepAll(element, "lightning-button")[at]!.click();
  await settled();
}

/** Of each decision: whether it says that it is open, the arrow, and whether the explanation is there. */
const states = (element: HTMLElement): unknown[] =>
  deepAll(element, "li").map((line) => {
    const button = deepOne<HTMLElement & { iconName?: string }>(line, "lightning-button");
    return [String(button.ariaExpanded), button.iconName, shownText(line).includes("Policy")];
  });

const CLOSED = ["false", "utility:chevronright", false];
const OPEN = ["true", "utility:chevrondown", true];

describe("the reviews of a partner", () => {
  it("tell each decision with its figures, the explanation one click away", async () => {
    const reviews = [review("a09", "Advanced from Bronze to Silver")];
    const element = mount("c-partner-review-timeline", PartnerReviewTimeline, { reviews });
    expect(deepAll(element, "li").map(shownText)).toEqual([
      "Dec 15, 2023 Silver Advanced from Bronze to Silver USD 200,000 of eARR.",
    ]);
    await expect(element).toBeAccessible();
  });

  it("open and close one by one, and say so to eyes and ears", async () => {
    const reviews = [review("a09", "Advanced"), review("a08", "Enrolled")];
    const element = mount("c-partner-review-timeline", PartnerReviewTimeline, { reviews });
    expect(states(element)).toEqual([CLOSED, CLOSED]);
    await press(element, 1);
    expect(states(element)).toEqual([CLOSED, OPEN]);
    expect(shownText(element)).toContain("Enrolled (R-14). Policy: Program Year 2023.");
    await expect(element).toBeAccessible();
    await press(element, 0);
    expect(states(element)).toEqual([OPEN, OPEN]);
    await press(element, 1);
    expect(states(element)).toEqual([OPEN, CLOSED]);
  });
});
