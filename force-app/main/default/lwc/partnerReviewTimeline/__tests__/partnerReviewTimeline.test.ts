import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerReviewTimeline from "../partnerReviewTimeline";

it("tells each decision with its figures, and keeps the explanation one click away", async () => {
  const review = {
    key: "a09",
    day: "Dec 15, 2023",
    heading: "Advanced in mid-year from Bronze to Silver",
    tier: "Silver",
    figures: "USD 200,000 of eARR.",
    isProvisional: false,
    explanation: ["Advanced at mid-year (R-14).", "Policy: Program_Year_2023."],
  };
  const element = mount("c-partner-review-timeline", PartnerReviewTimeline, { reviews: [review] });
  expect(deepAll(element, "li").map(shownText)).toEqual([
    "Dec 15, 2023 Silver Advanced in mid-year from Bronze to Silver USD 200,000 of eARR. Why Advanced at mid-year (R-14). Policy: Program_Year_2023.",
  ]);
  expect(deepAll<HTMLDetailsElement>(element, "details")[0]!.open).toBe(false);
  await expect(element).toBeAccessible();
});
