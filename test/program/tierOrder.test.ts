/** Order of tiers, rungs and moves: ..R-16. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { TierName } from "../../sync-service/program/facts.ts";
import {
  byRank,
  isAbove,
  midYearTarget,
  qualify,
  requirementAbove,
  rungResult,
  tiersInOrder,
} from "../../sync-service/program/tier.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const performance = (
  earr: number,
  technicalResources: number,
  salesTrainedResources: number,
  isBaselineInForce = true,
) => ({
  earr: new Big(earr),
  technicalResources,
  salesTrainedResources,
  isBaselineInForce,
  focus: [],
});
const turned = { ...policy2023, tierRequirements: policy2023.tierRequirements.toReversed() };

describe("R-1 tiers in their order", () => {
  test("R-1 Registered, Bronze, Silver, Gold, Global Strategic, lowest first, no tier below them all", () => {
    expect(tiersInOrder).toEqual(["Registered", "Bronze", "Silver", "Gold", "Global Strategic"]);
    for (const [index, tier] of tiersInOrder.entries())
      for (const [place, other] of [null, ...tiersInOrder].entries())
        expect(isAbove(tier, other)).toBe(index + 1 > place);
  });

  test.each<[TierName, string | undefined]>([
    ["Registered", "Bronze"],
    ["Bronze", "Silver"],
    ["Silver", "Gold"],
    ["Gold", undefined],
    ["Global Strategic", undefined],
  ])("R-35 the requirements above %s are those of %s, however the policy lists them", (tier, above) => {
    expect(requirementAbove(tier, turned)?.tier).toBe(above);
    expect(byRank(turned)).toEqual(policy2023.tierRequirements);
  });

  test("R-3 rungs are tried from below, however the policy lists them", () => {
    expect(qualify(performance(200_000, 9, 5), turned)).toMatchObject({
      tier: "Bronze",
      rungs: [{ isMet: true }, { isMet: true }, { isMet: false, technicalShort: 1, salesShort: 0 }, { isMet: false }],
    });
    expect(qualify(performance(1_000_000, 15, 10), turned).tier).toBe("Gold");
    expect(qualify(performance(1_000_000, 15, 10, false), turned).tier).toBe("Registered");
  });

  test("R-2 what is missing to Gold, and that nothing is where there is more than enough", () => {
    const gold = policy2023.tierRequirements[3]!;
    expect(rungResult(gold, performance(1, 14, 9, false), policy2023)).toEqual({
      tier: "Gold",
      isMet: false,
      isBaselineMissing: true,
      earrShort: new Big(999_999),
      technicalShort: 1,
      salesShort: 1,
    });
    expect(rungResult(gold, performance(2_000_000, 99, 99), policy2023)).toMatchObject({
      isMet: true,
      isBaselineMissing: false,
      earrShort: new Big(0),
      technicalShort: 0,
      salesShort: 0,
    });
  });

  test.each([
    ["Registered", "Gold", "Gold", "Bronze"],
    ["Bronze", "Silver", "Silver", "Silver"],
    ["Silver", "Silver", "Silver", "Silver"],
    ["Gold", "Bronze", "Gold", "Gold"],
    ["Global Strategic", "Gold", "Global Strategic", "Global Strategic"],
  ] as const)("R-14 from %s, qualified for %s: to %s, or one rung at a time to %s", (from, qualified, to, next) => {
    expect(midYearTarget(from, qualified, policy2023)).toBe(to);
    expect(midYearTarget(from, qualified, { ...policy2023, isSeveralRungsAllowed: false })).toBe(next);
  });
});

describe("R-4, R-13..R-16 every move says from where, to where, and whether a person decided it", () => {
  const at = (tier: TierName | null, isGlobalStrategic = false) =>
    partner({ isGlobalStrategic, stored: stored(tier === null ? { tier, programYear: null } : { tier }) });
  const silver = { revenue: revenue(200_000), training: trained(10, 5) };
  const auto = { ...policy2023, annualAutoPublishDate: "2024-02-01" };
  const day = "2024-02-10";
  test.each<[string, Partial<DecisionInput>, string, typeof policy2023, unknown[]]>([
    ["R-13 enrolment", { partner: at(null) }, "2023-10-16", policy2023, [["Enrollment", null, "Registered", true]]],
    [
      "R-14 mid-year",
      { ...silver, partner: at("Bronze") },
      "2023-10-16",
      policy2023,
      [["Mid-Year", "Bronze", "Silver", false]],
    ],
    [
      "R-4 designation",
      { partner: at("Bronze", true) },
      "2023-10-16",
      policy2023,
      [["Designation", "Bronze", "Global Strategic", true]],
    ],
    [
      "R-4 removal",
      { ...silver, partner: at("Global Strategic") },
      "2023-10-16",
      policy2023,
      [["Designation", "Global Strategic", "Silver", true]],
    ],
    [
      "R-16 approved",
      { partner: at("Gold"), publishAnnual: true },
      day,
      policy2023,
      [["Annual", "Gold", "Registered", true]],
    ],
    ["R-16 by the policy's date", { partner: at("Gold") }, day, auto, [["Annual", "Gold", "Registered", false]]],
    ["R-16 by both", { partner: at("Gold"), publishAnnual: true }, day, auto, [["Annual", "Gold", "Registered", true]]],
    ["R-16 waiting", { ...silver, partner: at("Bronze") }, day, policy2023, []],
    ["R-14 nothing to move", { ...silver, partner: at("Silver") }, "2023-10-16", policy2023, []],
  ])("%s", (_case, given, on, policy, moves) => {
    const decision = decide(given, policy, on);
    expect(decision.moves.map((move) => [move.type, move.from, move.to, move.isByPerson])).toEqual(moves);
  });

  test("R-15 a review that the account had not heard of is adopted as a person's decision", () => {
    const [review] = decide({ partner: at("Gold"), publishAnnual: true }, policy2023, day).reviews;
    const reviews = [{ ...review!, id: "r" }];
    expect(decide({ partner: at("Gold"), reviews }, policy2023, day)).toMatchObject({
      tierAfter: "Registered",
      moves: [{ type: "Annual", from: "Gold", to: "Registered", isByPerson: true }],
      annual: { due: false, isPublished: false, isOverdue: false, tier: null, programYear: 2024 },
    });
    expect(decide({ partner: at("Registered"), reviews }, policy2023, day).moves).toEqual([]);
    const rising = decide({ ...silver, partner: at("Gold"), reviews }, policy2023, day);
    expect(rising.reviews.map((one) => [one.type, one.previousTier, one.tier])).toEqual([
      ["Mid-Year", "Registered", "Silver"],
    ]);
  });
});
