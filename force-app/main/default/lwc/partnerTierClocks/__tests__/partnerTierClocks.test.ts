import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerTierClocks from "../partnerTierClocks";

const clock = {
  key: "trailing",
  title: "Last 365 days",
  tier: "Silver",
  amount: "USD 230,000",
  split: "USD 200,000 influenced, USD 30,000 resold",
  period: "Dec 16, 2022 to Dec 15, 2023",
  meaning: "Supports Silver today.",
};

it("shows each clock with its tier, and a split only where there is one", async () => {
  const element = mount("c-partner-tier-clocks", PartnerTierClocks, {
    clocks: [clock, { ...clock, key: "annual", tier: null, split: null }],
  });
  expect(deepAll(element, "section").map(shownText)).toEqual([
    "Last 365 days Silver USD 230,000 USD 200,000 influenced, USD 30,000 resold Dec 16, 2022 to Dec 15, 2023 Supports Silver today.",
    "Last 365 days No tier USD 230,000 Dec 16, 2022 to Dec 15, 2023 Supports Silver today.",
  ]);
  await expect(element).toBeAccessible();
});
