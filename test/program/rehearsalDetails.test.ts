/** Rehearsals in detail: benefits alone, tiers that fall, partners of one side only. */
import Big from "big.js";
import { rehearsalOf } from "../../sync-service/program/rehearsal.ts";
import type { BenefitRule, ProgramPolicy } from "../../sync-service/program/policy.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const bronze = {
  partner: partner({ stored: stored({ tier: "Bronze" as const }) }),
  revenue: revenue(20_000),
  training: trained(3, 1),
};
const outcome = (policy: ProgramPolicy, day: string) => ({ policy, decisions: [decide(bronze, policy, day)] });
const rehearse = (now: ProgramPolicy, then: ProgramPolicy, day = "2023-10-16") =>
  rehearsalOf(outcome(now, day), outcome(then, day));
const opening = (keys: string[], lowestTier: BenefitRule["lowestTier"]): ProgramPolicy => ({
  ...policy2023,
  benefitRules: policy2023.benefitRules
    .map((rule) => (keys.includes(rule.key) ? { ...rule, lowestTier } : rule))
    .toReversed(),
});

describe("a rehearsal in which no tier moves", () => {
  const keys = ["Co_Sell", "Designated_Partner_Management"];
  const labels = ["Designated Partner Management", "Co Sell"];
  test("R-30 benefits that open are reason enough to be named, in the order of the matrix", () => {
    const { partners, totals } = rehearse(policy2023, opening(keys, "Bronze"));
    expect(partners).toMatchObject([{ partnerName: "Acme", benefitsGained: labels, benefitsLost: [] }]);
    expect(totals).toMatchObject({ movingUp: 0, movingDown: 0, benefitsGained: 2, benefitsLost: 0 });
  });

  test("R-30 so are benefits that close", () => {
    const { partners, totals } = rehearse(opening(keys, "Bronze"), policy2023);
    expect(partners).toMatchObject([{ benefitsGained: [], benefitsLost: labels }]);
    expect(totals).toMatchObject({ benefitsGained: 0, benefitsLost: 2 });
  });
});

describe("a rehearsal in which tiers move", () => {
  const auto = { ...policy2023, annualAutoPublishDate: "2024-02-10" };
  const harder = {
    ...auto,
    tierRequirements: auto.tierRequirements.map((row) =>
      row.tier === "Bronze" ? { ...row, earr: new Big(20_001) } : row,
    ),
  };
  test("R-16 an annual review that publishes itself lowers whom a harder rung leaves behind", () => {
    const { partners, totals } = rehearse(auto, harder, "2024-02-10");
    expect(partners).toMatchObject([{ tier: { from: "Bronze", to: "Registered" } }]);
    expect(totals).toMatchObject({ partners: 1, movingUp: 0, movingDown: 1, qualifyingHigher: 0, qualifyingLower: 1 });
    expect(rehearse(harder, auto, "2024-02-10").totals).toMatchObject({
      movingUp: 1,
      movingDown: 0,
      qualifyingHigher: 1,
    });
  });

  test("R-6 a partner that only one side knows is compared with nobody", () => {
    const day = "2023-10-16";
    const stranger = decide({ partner: partner({ id: "p9" }) }, policy2023, day);
    const then = { policy: policy2023, decisions: [...outcome(policy2023, day).decisions, stranger] };
    expect(rehearsalOf(outcome(policy2023, day), then)).toMatchObject({ partners: [], totals: { partners: 1 } });
  });
});
