/** Plans, their hash, and the guards (design: Runs, plans, approvals). */
import Big from "big.js";
import type { PartnerDecision } from "../../sync-service/program/decision.ts";
import {
  isDemotion,
  trippedGuards,
} from "../../sync-service/program/guards.ts";
import { planOf } from "../../sync-service/program/plan.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  benefit,
  decide,
  partner,
  revenue,
  stored,
  trained,
} from "./sample.ts";

const auto = { ...policy2023, annualAutoPublishDate: "2024-01-15" };
const gold = partner({ stored: stored({ tier: "Gold" }) });
const demoted = (id: string, policy = auto) =>
  decide({ partner: { ...gold, id } }, policy, "2024-02-10");
const quiet = (id: string) => decide({ partner: partner({ id }) });
const advance = (id: string, earr = 200_000) =>
  decide({
    partner: partner({ id }),
    revenue: revenue(earr),
    training: trained(10, 5).map((t) => ({ ...t, partnerId: id })),
    agreements: [
      {
        id: "a",
        partnerId: id,
        type: "Baseline Partner Agreement",
        effectiveDate: "2020-01-01",
        endDate: null,
      },
    ],
  });
const many = (count: number, make: (id: string) => PartnerDecision) =>
  Array.from({ length: count }, (_, i) => make(`p${i}`));

describe("R-16 the plan a person approves", () => {
  test("R-16 the order of partners and guards does not matter, figures and dates neither", () => {
    const plan = planOf([advance("a"), advance("b"), quiet("c")], ["X", "Y"]);
    expect(
      planOf([quiet("c"), advance("b", 300_000), advance("a")], ["Y", "X", "Y"])
        .hash,
    ).toBe(plan.hash);
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(plan.lines).toEqual([
      {
        partnerId: "a",
        tierBefore: "Registered",
        tierAfter: "Silver",
        reviewTypes: ["Mid-Year"],
        benefitsLost: [],
        policyName: "Program_2023",
      },
      expect.objectContaining({ partnerId: "b" }),
    ]);
  });

  test("R-16 another partner, guard, tier or lost benefit is another plan", () => {
    const lost = decide({
      partner: partner({ id: "a", status: "Suspended" }),
      benefits: [
        benefit("Partner_Portal", { partnerId: "a", storedIsAvailable: true }),
      ],
    });
    const plans = [
      planOf([], []),
      planOf([advance("a")], []),
      planOf([advance("a")], ["X"]),
      planOf([advance("b")], []),
      planOf([demoted("a")], []),
      planOf([lost], []),
    ];
    expect(new Set(plans.map((p) => p.hash)).size).toBe(plans.length);
    expect(plans[5]?.lines[0]?.benefitsLost).toEqual(["Partner_Portal"]);
  });
});

describe("guards stop a run that smells of missing data", () => {
  const deactivated = decide({ partner: { ...gold, status: "Deactivated" } });
  const undesignated = decide({
    partner: partner({ stored: stored({ tier: "Global Strategic" }) }),
  });
  const approved = decide(
    { partner: gold, publishAnnual: true },
    policy2023,
    "2024-02-10",
  );
  test.each([
    ["published by date", demoted("p1"), true],
    ["approved annual review", approved, false],
    ["removed designation", undesignated, false],
    ["deactivated", deactivated, false],
    ["advanced", advance("p1"), false],
  ])(
    "R-16 demotion without a person's decision: %s, %s",
    (_case, decision, is) => {
      expect(isDemotion(decision)).toBe(is);
    },
  );

  test.each([
    [
      "3 demotions of 100",
      [...many(3, (id) => demoted(id)), ...many(97, quiet)],
      [],
    ],
    [
      "4 demotions of 100",
      [...many(4, (id) => demoted(id)), ...many(96, quiet)],
      ["DEMOTIONS"],
    ],
    [
      "3 demotions of 20",
      [...many(3, (id) => demoted(id)), ...many(17, quiet)],
      ["DEMOTIONS"],
    ],
    [
      "20 moves of 100",
      [...many(20, (id) => advance(id)), ...many(80, quiet)],
      [],
    ],
    [
      "21 moves of 100",
      [...many(21, (id) => advance(id)), ...many(79, quiet)],
      ["TIER_CHANGES"],
    ],
    ["a single partner that moves", [advance("p1")], []],
  ])("R-16 %s: %p", (_case, decisions, codes) => {
    expect(trippedGuards(decisions, [], policy2023).map((g) => g.code)).toEqual(
      codes,
    );
  });

  test.each([
    [1000, 900, []],
    [1000, 899, ["ROWS_DROP"]],
    [1000, 0, ["ROWS_DROP"]],
    [5, 0, []],
    [null, 0, []],
  ])("R-17 %s rows the time before, %i now: %p", (before, now, codes) => {
    const found = trippedGuards(
      [],
      [{ object: "Opportunity", now, before }],
      policy2023,
    );
    expect(found.map((g) => g.code)).toEqual(codes);
  });

  test("R-31 benefits that open or close by themselves in great number", () => {
    const blocked = many(2, (id) =>
      decide({
        partner: partner({ id }),
        agreements: [],
        revenue: revenue(0, { future: new Big(0) }),
        benefits: policy2023.benefitRules.map((r) =>
          benefit(r.key, { partnerId: id, storedIsAvailable: true }),
        ),
      }),
    );
    expect(trippedGuards(blocked, [], policy2023).map((g) => g.code)).toEqual([
      "BENEFIT_CHANGES",
    ]);
  });
});
