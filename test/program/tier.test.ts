/** Qualified tiers, resources and gaps. */
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import { resourcesOn } from "../../sync-service/program/resources.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  agreement,
  asOf,
  decide,
  partner,
  revenue,
  stored,
  trained,
} from "./sample.ts";

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
  ])(
    "R-3 %s dollars, %i technical, %i sales-trained: %s",
    (earr, technical, sales, tier) => {
      const decision = decide({
        revenue: revenue(earr),
        training: trained(technical, sales),
      });
      expect(decision.stored.qualifiedTier).toBe(tier);
      expect(decision.tierAfter).toBe(tier);
    },
  );

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
    const decision = decide(
      { partner: partner({ focus }), revenue: revenue(200_000) },
      policy,
    );
    expect(decision.stored.qualifiedTier).toBe(tier);
  });
});

describe("R-7, R-8 the baseline agreement", () => {
  const type = "Baseline Partner Agreement";
  test.each([
    ["in force", agreement(), "Silver"],
    ["from the as-of date", agreement(type, { effectiveDate: asOf }), "Silver"],
    [
      "from the day after",
      agreement(type, { effectiveDate: "2023-10-17" }),
      "Registered",
    ],
    ["until the as-of date", agreement(type, { endDate: asOf }), "Silver"],
    [
      "until the day before",
      agreement(type, { endDate: "2023-10-15" }),
      "Registered",
    ],
    [
      "signed by an affiliate",
      agreement(type, { partnerId: "p2" }),
      "Registered",
    ],
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
    expect(new Set(decision.benefits.map((b) => b.status))).toEqual(
      new Set(["Membership Blocked"]),
    );
    expect(decision.benefits[0]?.reason).toContain("R-7");
    expect(decision.stored.explanation).toContain("(R-7)");
  });
});

describe("R-28, R-29 resources", () => {
  const person = {
    contactId: "c1",
    partnerId: "p1",
    course: "Twilio_Platform",
    completedDate: asOf,
    expiresDate: null,
  };
  const count = (
    training: (typeof person | { expiresDate: string | null })[],
    focus = ["Flex"],
  ) => {
    const rows = training.map((t) => ({ ...person, ...t }));
    const found = resourcesOn(partner({ focus }), rows, policy2023, asOf);
    return [found.technical.length, found.salesTrained.length];
  };
  test.each([
    ["completed on the as-of date", [person], [1, 0]],
    [
      "completed the day after",
      [{ ...person, completedDate: "2023-10-17" }],
      [0, 0],
    ],
    ["expires on the as-of date", [{ ...person, expiresDate: asOf }], [1, 0]],
    [
      "expired the day before",
      [{ ...person, expiresDate: "2023-10-15" }],
      [0, 0],
    ],
    ["one person twice", [person, person], [1, 0]],
    [
      "one person in both classes",
      [person, { ...person, course: "Sellers_Series_101" }],
      [1, 1],
    ],
    ["a person of an affiliate", [{ ...person, partnerId: "p2" }], [0, 0]],
    ["a course of no class", [{ ...person, course: "Cooking" }], [0, 0]],
    [
      "Segment sales training of a Flex partner",
      [{ ...person, course: "Segment_Sales" }],
      [0, 0],
    ],
  ])("R-28 %s", (_case, training, expected) => {
    expect(count(training)).toEqual(expected);
  });

  test("R-29 Segment's sales training counts for a Segment/Engage partner, once a person", () => {
    const rows = [
      { ...person, course: "Segment_Sales" },
      { ...person, course: "Sellers_Series_101" },
    ];
    expect(count(rows, ["Segment/Engage"])).toEqual([0, 1]);
  });

  test("R-29 a Segment/Engage partner without it is told, and loses no tier", () => {
    const facts = { revenue: revenue(20_000), training: trained(3, 1) };
    const decision = decide({
      ...facts,
      partner: partner({ focus: ["Segment/Engage"] }),
    });
    expect(decision.tierAfter).toBe("Bronze");
    expect(decision.stored.explanation).toContain("Segment sales training");
    expect(decide(facts).stored.explanation).not.toContain(
      "Segment sales training",
    );
  });
});

describe("R-35 gaps to the tier above the tier after this run", () => {
  test.each([
    ["Registered", 500, 1, 0, ["Bronze", "19500.00", 2, 1]],
    ["Registered", 0, 0, 0, ["Bronze", "20000.00", 3, 1]],
    ["Bronze", 250_000, 4, 9, ["Silver", "0.00", 6, 0]],
    ["Silver", 0, 0, 0, ["Gold", "1000000.00", 15, 10]],
    ["Gold", 0, 0, 0, [null, undefined, null, null]],
  ] as const)(
    "R-35 %s with %i dollars, %i, %i",
    (tier, earr, technical, sales, gaps) => {
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
    },
  );

  test("R-35 whatever the agreement", () => {
    const { stored: after } = decide({
      agreements: [],
      revenue: revenue(20_000),
      training: trained(3, 1),
    });
    expect([after.nextTier, Number(after.nextTierEarrGap)]).toEqual([
      "Bronze",
      0,
    ]);
  });
});
