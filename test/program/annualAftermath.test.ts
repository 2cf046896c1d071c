/** What follows an annual review: R-15..R-17. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { afterRun, decide, input } from "./sampleDecisions.ts";

const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const at = (given: Partial<StoredPartner>, isGlobalStrategic = false) =>
  partner({ stored: stored(given), isGlobalStrategic });
const inYear = (facts: Partial<DecisionInput>, day = "2024-02-10", policy = policy2023) => decide(facts, policy, day);
/** Silver by the calendar year 2023, nothing since. */
const lastYear = {
  ...silver,
  revenue: revenue(0, { annualWindow: new Big(200_000) }),
};

describe("R-15..R-17 after a review was written", () => {
  const gold2023 = { ...lastYear, partner: at({ tier: "Gold" }) };

  test("R-15 a review published before the account was written stands, and is not made twice", () => {
    const first = inYear({ ...gold2023, publishAnnual: true });
    const broken = {
      ...afterRun(input(gold2023), first),
      partner: gold2023.partner,
      revenue: revenue(0),
    };
    const second = inYear(broken);
    expect(second.stored).toMatchObject({ tier: "Silver", programYear: 2024 });
    expect([second.annual.due, second.reviews]).toEqual([false, []]);
  });

  test("R-16 a provisional review is written again only when it says something else", () => {
    const first = afterRun(input(gold2023), inYear(gold2023));
    expect(inYear(first, "2024-02-11").reviews).toEqual([]);
    const changed = {
      ...first,
      revenue: revenue(0, { annualWindow: new Big(20_000) }),
    };
    expect(inYear(changed, "2024-02-11").reviews).toMatchObject([{ tier: "Bronze" }]);
  });

  test.each([
    ["Gold", "Silver"],
    ["Silver", "Silver"],
    ["Bronze", "Silver"],
  ] as const)("R-18 no grace period: %s is %s in the very run that publishes the review", (before, after) => {
    const published = inYear({ ...lastYear, partner: at({ tier: before }), publishAnnual: true });
    expect([published.tierAfter, published.stored.tierSinceDate === "2024-02-10"]).toEqual([after, before !== after]);
  });

  test("R-17 later corrections show as a difference and change nothing", () => {
    const published = {
      ...afterRun(input(gold2023), inYear({ ...gold2023, publishAnnual: true })),
      publishAnnual: false,
    };
    expect(inYear(published, "2024-05-01").annualDifference).toBeNull();
    const corrected = inYear({ ...published, revenue: revenue(0, { annualWindow: new Big(30_000) }) }, "2024-05-01");
    expect(corrected.tierAfter).toBe("Silver");
    expect(corrected.annualDifference).toMatchObject({
      publishedTier: "Silver",
      recomputedTier: "Bronze",
    });
    expect(corrected.stored.explanation).toContain("(R-17)");
  });
});
