/** Guards (design: Runs, plans, approvals). */
import Big from "big.js";
import type { PartnerDecision } from "../../sync-service/program/decision.ts";
import { guardLabel } from "../../sync-service/program/guardFinding.ts";
import { isDemotion, trippedGuards } from "../../sync-service/program/guards.ts";
import { rateGuards } from "../../sync-service/program/readingGuards.ts";
import { planOf } from "../../sync-service/program/plan.ts";
import { policy2023 } from "./samplePolicy.ts";
import { benefit, partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const auto = { ...policy2023, annualAutoPublishDate: "2024-01-15" };
const gold = partner({ stored: stored({ tier: "Gold" }) });
const demoted = (id: string, policy = auto) => decide({ partner: { ...gold, id } }, policy, "2024-02-10");
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

describe("guards stop a run that smells of missing data", () => {
  const deactivated = () => decide({ partner: { ...gold, status: "Deactivated" } });
  const undesignated = () => decide({ partner: partner({ stored: stored({ tier: "Global Strategic" }) }) });
  const approved = () => decide({ partner: gold, publishAnnual: true }, policy2023, "2024-02-10");
  test.each([
    ["published by date", () => demoted("p1"), true],
    ["approved annual review", approved, false],
    ["removed designation", undesignated, false],
    ["deactivated", deactivated, false],
    ["advanced", () => advance("p1"), false],
  ])("R-16 demotion without a person's decision: %s", (_case, decision, is) => {
    expect(isDemotion(decision())).toBe(is);
  });

  test.each([
    ["3 demotions of 20, where 5 % would be one", () => [...many(3, (id) => demoted(id)), ...many(17, quiet)], []],
    ["4 demotions of 20", () => [...many(4, (id) => demoted(id)), ...many(16, quiet)], ["DEMOTIONS"]],
    ["5 demotions of 100, where the count would be 3", () => [...many(5, (id) => demoted(id)), ...many(95, quiet)], []],
    ["6 demotions of 100", () => [...many(6, (id) => demoted(id)), ...many(94, quiet)], ["DEMOTIONS"]],
    ["20 moves of 100", () => [...many(20, (id) => advance(id)), ...many(80, quiet)], []],
    ["21 moves of 100", () => [...many(21, (id) => advance(id)), ...many(79, quiet)], ["TIER_CHANGES"]],
    ["a single partner that moves", () => [advance("p1")], []],
  ])("R-16 %s", (_case, decisions, codes) => {
    expect(trippedGuards(decisions(), [], policy2023).map((g) => g.code)).toEqual(codes);
  });

  test.each([
    [1000, 900, []],
    [1000, 899, ["ROWS_DROP"]],
    [1000, 1, ["ROWS_DROP"]],
    [1000, 0, ["INPUT_EMPTY"]],
    [5, 1, []],
    [1, 0, ["INPUT_EMPTY"]],
    [0, 0, []],
    [null, 0, []],
  ])("Guard: %s rows the time before, %i now: %p", (before, now, codes) => {
    const found = trippedGuards([], [{ object: "Opportunity", now, before }], policy2023);
    expect(found.map((g) => g.code)).toEqual(codes);
  });

  test("Guard: an approval names the guard, and the object where it watches several", () => {
    const found = trippedGuards(
      many(20, (id) => demoted(id)),
      [{ object: "training", now: 10, before: 20 }],
      policy2023,
    );
    expect(found.map(guardLabel)).toEqual(["DEMOTIONS", "TIER_CHANGES", "ROWS_DROP:training"]);
  });

  test("Guard: approving one object's missing rows approves no other's", () => {
    const hashOf = (object: string) =>
      planOf([], trippedGuards([], [{ object, now: 10, before: 1000 }], policy2023).map(guardLabel)).hash;
    expect(hashOf("training")).toBe(hashOf("training"));
    expect(hashOf("training")).not.toBe(hashOf("attributions"));
  });

  test("Guard: an input that is empty is let through where the policy says so, by number still a drop", () => {
    const lenient = { ...policy2023, isEmptyInputAllowed: true };
    const codes = (before: number) =>
      trippedGuards([], [{ object: "agreements", now: 0, before }], lenient).map((g) => g.code);
    expect([codes(5), codes(1000)]).toEqual([[], ["ROWS_DROP"]]);
  });

  test("Guard: tiers of partners that no run has seen yet may all move: an import computes nothing", () => {
    const imported = many(100, (id) => advance(id));
    const newcomers = new Set(imported.map(({ partnerId }) => partnerId));
    expect(trippedGuards(imported, [], policy2023, newcomers)).toEqual([]);
    expect(trippedGuards(imported, [], policy2023).map((g) => g.code)).toEqual(["TIER_CHANGES"]);
  });

  const euros = {
    isMultiCurrency: true,
    corporateCurrency: "USD",
    rates: [],
    areRatesReadable: true,
    unratedCurrencies: ["EUR", "GBP"],
  };
  test.each([
    ["where the last run had rates of both", euros, [], ["RATES_MISSING:EUR", "RATES_MISSING:GBP"]],
    ["where one was without any before", euros, ["EUR"], ["RATES_MISSING:GBP"]],
    ["where both were", euros, ["EUR", "GBP"], []],
    ["in a first run", euros, null, []],
    ["where no rate can be read", { ...euros, areRatesReadable: false }, [], ["RATES_UNREADABLE"]],
    ["in an org of one currency", { ...euros, isMultiCurrency: false }, [], []],
  ])("R-21 currencies without any rate %s: %j before: %j", (_case, table, before, labels) => {
    expect(rateGuards(table, before, policy2023).map(guardLabel)).toEqual(labels);
    expect(rateGuards(table, before, { ...policy2023, isUnratedCurrencyAllowed: true })).toEqual([]);
  });

  test("R-31 benefits that open or close by themselves in great number", () => {
    const blocked = many(2, (id) =>
      decide({
        partner: partner({ id }),
        agreements: [],
        revenue: revenue(0, { future: new Big(0) }),
        benefits: policy2023.benefitRules.map((r) => benefit(r.key, { partnerId: id, storedIsAvailable: true })),
      }),
    );
    expect(trippedGuards(blocked, [], policy2023).map((g) => g.code)).toEqual(["BENEFIT_CHANGES"]);
  });
});
