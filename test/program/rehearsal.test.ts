/** Rehearsals: two outcomes of the same programme compared. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { rehearsalOf } from "../../sync-service/program/rehearsal.ts";
import type { ProgramPolicy, TierRequirement } from "../../sync-service/program/policy.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const bronzeAt = (earr: number): ProgramPolicy => ({
  ...policy2023,
  tierRequirements: policy2023.tierRequirements.map((row): TierRequirement =>
    row.tier === "Bronze" ? { ...row, earr: new Big(earr) } : row,
  ),
});

const facts = (id: string, name: string, earr: number, tier: "Registered" | "Bronze"): Partial<DecisionInput> => ({
  partner: partner({ id, name, stored: stored({ tier }) }),
  revenue: revenue(earr),
  training: trained(3, 1).map((row) => ({ ...row, partnerId: id })),
  agreements: [{ id, partnerId: id, type: "Baseline Partner Agreement", effectiveDate: "2020-01-01", endDate: null }],
});
const programme = [
  facts("p2", "Zenith", 15_000, "Registered"),
  facts("p1", "Acme", 20_000, "Bronze"),
  facts("p3", "Medley", 500_000, "Bronze"),
];
const outcome = (policy: ProgramPolicy) => ({
  policy,
  decisions: programme.map((given) => decide(given, policy)),
});
const rehearse = (policy: ProgramPolicy) => rehearsalOf(outcome(policy2023), outcome(policy));

describe("a rehearsal names those for whom anything differs", () => {
  test("the same policy changes nothing for anybody", () => {
    const { partners, totals } = rehearse(policy2023);
    expect(partners).toEqual([]);
    expect(totals).toEqual({
      partners: 3,
      movingUp: 0,
      movingDown: 0,
      qualifyingHigher: 0,
      qualifyingLower: 0,
      benefitsGained: 0,
      benefitsLost: 0,
    });
  });

  test("R-14 an easier rung moves up who reaches it, with the benefits that opens", () => {
    const { partners, totals } = rehearse(bronzeAt(15_000));
    expect(partners).toMatchObject([
      {
        partnerName: "Zenith",
        tier: { from: "Registered", to: "Bronze" },
        qualifiedTier: { from: "Registered", to: "Bronze" },
        annualTier: { from: null, to: null },
        benefitsGained: [
          "Product Roadmap",
          "Demo Environment",
          "Implementation Offering",
          "Partner Badge",
          "Partner Listing",
        ],
        benefitsLost: [],
      },
    ]);
    expect(totals).toMatchObject({ movingUp: 1, movingDown: 0, qualifyingHigher: 1, benefitsGained: 5 });
  });

  test("R-14 a harder rung lowers nobody mid-year, but shows who would qualify for less", () => {
    const { partners, totals } = rehearse(bronzeAt(20_001));
    expect(partners).toMatchObject([
      {
        partnerName: "Acme",
        tier: { from: "Bronze", to: "Bronze" },
        qualifiedTier: { from: "Bronze", to: "Registered" },
        projectedAnnualTier: { from: "Bronze", to: "Registered" },
      },
    ]);
    expect(totals).toMatchObject({ movingUp: 0, movingDown: 0, qualifyingHigher: 0, qualifyingLower: 1 });
  });

  test("R-30 a benefit that opens later is lost, under the name it has now", () => {
    const later = policy2023.benefitRules.map((rule) =>
      rule.key === "Partner_Portal" ? { ...rule, label: "Portal", lowestTier: "Bronze" as const } : rule,
    );
    const { partners, totals } = rehearse({ ...policy2023, benefitRules: later });
    expect(partners).toMatchObject([{ partnerName: "Zenith", benefitsGained: [], benefitsLost: ["Partner Portal"] }]);
    expect(totals.benefitsLost).toBe(1);
  });

  test("partners are listed by name", () => {
    const none = { ...policy2023, benefitRules: policy2023.benefitRules.slice(1) };
    expect(rehearse(none).partners.map(({ partnerName }) => partnerName)).toEqual(["Acme", "Medley", "Zenith"]);
  });
});
