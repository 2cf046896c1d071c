/** Gaps to the next tier: R-35. */
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

describe("R-35 gaps to the tier above the tier after this run", () => {
  test.each([
    ["Registered", 500, 1, 0, ["Bronze", "19500.00", 2, 1]],
    ["Registered", 0, 0, 0, ["Bronze", "20000.00", 3, 1]],
    ["Bronze", 250_000, 4, 9, ["Silver", "0.00", 6, 0]],
    ["Silver", 0, 0, 0, ["Gold", "1000000.00", 15, 10]],
    ["Gold", 0, 0, 0, [null, undefined, null, null]],
  ] as const)("R-35 %s with %i dollars, %i, %i", (tier, earr, technical, sales, gaps) => {
    const { stored: after } = decide({
      partner: partner({ stored: stored({ tier }) }),
      revenue: revenue(earr),
      training: trained(technical, sales),
    });
    expect([
      after.nextTier,
      after.nextTierEarrGap?.toFixed(2),
      after.nextTierTechnicalGap,
      after.nextTierSalesGap,
    ]).toEqual(gaps);
  });

  test("R-35 whatever the agreement", () => {
    const { stored: after } = decide({
      agreements: [],
      revenue: revenue(20_000),
      training: trained(3, 1),
    });
    expect([after.nextTier, Number(after.nextTierEarrGap)]).toEqual(["Bronze", 0]);
  });
});
