/** Qualified tiers. */
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

describe("R-2, R-3 requirements, rung by rung", () => {
  test.each([
    ["19999.99", 3, 1, "Registered"],
    ["20000.00", 3, 1, "Bronze"],
    ["20000.00", 2, 1, "Registered"],
    ["20000.00", 3, 0, "Registered"],
    ["199999.99", 10, 5, "Bronze"],
    ["200000", 10, 5, "Silver"],
    ["200000", 9, 5, "Bronze"],
    ["200000", 10, 4, "Bronze"],
    ["999999.99", 15, 10, "Silver"],
    ["1000000", 15, 10, "Gold"],
    ["1000000", 14, 10, "Silver"],
    ["1000000", 15, 9, "Silver"],
    ["1000000", 9, 10, "Bronze"],
    ["1000000", 2, 10, "Registered"],
    ["-5", 0, 0, "Registered"],
  ])("R-3 %s dollars, %i technical, %i sales-trained: %s", (earr, technical, sales, tier) => {
    const decision = decide({
      revenue: revenue(earr),
      training: trained(technical, sales),
    });
    expect(decision.stored.qualifiedTier).toBe(tier);
    expect(decision.tierAfter).toBe(tier);
  });

  test("R-3 where the policy allows one rung a run, the next rung it is", () => {
    const gold = { revenue: revenue(1_000_000), training: trained(15, 10) };
    const slow = { ...policy2023, isSeveralRungsAllowed: false };
    expect(decide(gold, slow).tierAfter).toBe("Bronze");
  });
});

describe("R-5 training is required of all, or of Segment/Engage partners only", () => {
  const focused: ProgramPolicy = {
    ...policy2023,
    trainingRequiredOf: "Segment/Engage focused partners only",
  };
  test.each([
    [policy2023, ["Flex"], "Registered"],
    [policy2023, ["Segment/Engage"], "Registered"],
    [focused, ["Flex"], "Silver"],
    [focused, ["Flex", "Segment/Engage"], "Registered"],
  ])("R-5 %#", (policy, focus, tier) => {
    const decision = decide({ partner: partner({ focus }), revenue: revenue(200_000) }, policy);
    expect(decision.stored.qualifiedTier).toBe(tier);
  });
});

describe("R-7, R-8 the baseline agreement", () => {
  const type = "Baseline Partner Agreement";
  test.each([
    ["in force", agreement(), "Silver"],
    ["from the as-of date", agreement(type, { effectiveDate: asOf }), "Silver"],
    ["from the day after", agreement(type, { effectiveDate: "2023-10-17" }), "Registered"],
    ["until the as-of date", agreement(type, { endDate: asOf }), "Silver"],
    ["until the day before", agreement(type, { endDate: "2023-10-15" }), "Registered"],
    ["signed by an affiliate", agreement(type, { partnerId: "p2" }), "Registered"],
    ["of another type", agreement("Resale Partner Addendum"), "Registered"],
  ])("R-8 %s", (_case, signed, tier) => {
    const decision = decide({
      agreements: [signed],
      revenue: revenue(200_000),
      training: trained(10, 5),
    });
    expect(decision.tierAfter).toBe(tier);
  });

  test("R-7 a lapsed baseline keeps the tier, blocks every benefit and says why", () => {
    const silver = partner({ stored: stored({ tier: "Silver" }) });
    const decision = decide({ partner: silver, agreements: [] });
    expect(decision.tierAfter).toBe("Silver");
    expect(new Set(decision.benefits.map((b) => b.status))).toEqual(new Set(["Membership Blocked"]));
    expect(decision.benefits[0]?.reason).toContain("R-7");
    expect(decision.stored.explanation).toContain("(R-7)");
  });
});
