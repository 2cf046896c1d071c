/** What a published annual review would be by today's data: R-17. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { ReviewFacts } from "../../sync-service/program/programRecords.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { afterRun, decide, input } from "./sampleDecisions.ts";

const day = "2024-02-10";
const facts = {
  partner: partner({ stored: stored({ tier: "Gold" }) }),
  revenue: revenue(0, { annualWindow: new Big(20_000) }),
  training: trained(10, 5),
};

describe("R-17 the difference from what was published", () => {
  const difference = (given: Partial<DecisionInput>, review: Partial<ReviewFacts> = {}) => {
    const run = decide({ ...facts, publishAnnual: true }, policy2023, day);
    const published = { ...afterRun(input(facts), run), publishAnnual: false };
    const reviews = published.reviews.map((one) => ({ ...one, ...review }));
    return decide({ ...published, ...given, reviews }, policy2023, "2024-05-01").annualDifference;
  };

  test("R-17 none while the data are the same", () => {
    expect(difference({})).toBeNull();
  });

  test("R-17 another revenue shows, also where the tier stays the same", () => {
    expect(difference({ revenue: revenue(0, { annualWindow: new Big(20_001) }) })).toEqual({
      programYear: 2024,
      publishedTier: "Bronze",
      recomputedTier: "Bronze",
      publishedEarr: new Big(20_000),
      recomputedEarr: new Big(20_001),
    });
  });

  test("R-17 another tier shows, also where the revenue stays the same", () => {
    expect(difference({ training: trained(10, 0) })).toMatchObject({ recomputedTier: "Registered" });
  });

  test("R-17 training counts as of the day of the review, not of today", () => {
    const expired = trained(10, 5).map((row) => ({ ...row, expiresDate: "2024-03-01" }));
    expect(difference({ training: expired })).toBeNull();
  });

  test.each<[string, Partial<ReviewFacts>]>([
    ["still provisional", { status: "Provisional", qualifiedTier: "Gold" }],
    ["imported without its qualified tier", { qualifiedTier: null }],
    ["imported without its revenue", { earr: null }],
    ["imported without its date", { asOfDate: null }],
    ["of an earlier year", { programYear: 2023, qualifiedTier: "Gold" }],
  ])("R-17 nothing to compare with where the review is %s", (_case, review) => {
    expect(difference({}, review)).toBeNull();
  });
});
