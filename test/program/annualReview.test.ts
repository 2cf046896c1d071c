/** The annual review. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const none = new Big(0);
const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const at = (given: Partial<StoredPartner>, isGlobalStrategic = false) =>
  partner({ stored: stored(given), isGlobalStrategic });
const inYear = (facts: Partial<DecisionInput>, day = "2024-02-10", policy = policy2023) => decide(facts, policy, day);
/** Silver by the calendar year 2023, nothing since. */
const lastYear = {
  ...silver,
  revenue: revenue(0, { annualWindow: new Big(200_000) }),
};

describe("R-15, R-16 annual review", () => {
  const gold2023 = { ...lastYear, partner: at({ tier: "Gold" }) };

  test("R-16 first provisional: shown, not in force, and no mid-year move meanwhile", () => {
    const waiting = {
      ...silver,
      partner: at({ tier: "Bronze" }),
      revenue: revenue(200_000, { annualWindow: none }),
    };
    const decision = inYear(waiting);
    expect(decision.stored).toMatchObject({
      tier: "Bronze",
      programYear: 2023,
      annualTier: "Registered",
      qualifiedTier: "Silver",
    });
    expect(decision.annual).toMatchObject({
      due: true,
      isPublished: false,
      tier: "Registered",
      programYear: 2024,
    });
    expect(decision.reviews.map((r) => [r.key, r.status])).toEqual([["annual:p1:2024", "Provisional"]]);
  });

  test("R-15 published, it may be down by any number of tiers", () => {
    const decision = inYear({
      ...gold2023,
      revenue: revenue(0),
      publishAnnual: true,
    });
    expect(decision.stored).toMatchObject({
      tier: "Registered",
      programYear: 2024,
      annualTier: null,
      tierSinceDate: "2024-02-10",
    });
    expect(decision.reviews).toMatchObject([
      {
        status: "Published",
        windowStartDate: "2023-01-01",
        windowEndDate: "2023-12-31",
        previousTier: "Gold",
      },
    ]);
  });

  test("R-15 published without a change of tier, the review is recorded and the date kept", () => {
    const decision = inYear({
      ...lastYear,
      partner: at({ tier: "Silver" }),
      publishAnnual: true,
    });
    expect(decision.reviews.map((r) => r.key)).toEqual(["annual:p1:2024"]);
    expect(decision.stored).toMatchObject({
      tier: "Silver",
      tierSinceDate: "2022-02-01",
    });
  });

  test("R-16 once published, mid-year moves are free again, in the same run", () => {
    const decision = inYear({
      ...silver,
      partner: at({ tier: "Gold" }),
      revenue: revenue(200_000, { annualWindow: none }),
      publishAnnual: true,
    });
    expect(decision.tierAfter).toBe("Silver");
    expect(decision.reviews.map((r) => r.type)).toEqual(["Annual", "Mid-Year"]);
  });

  test.each([
    ["blank: taken as this year", null, false, 2024],
    ["this year", 2024, false, 2024],
    ["later: kept", 2025, false, 2025],
    ["last year", 2023, true, 2023],
    ["years ago: only this year's review", 2020, true, 2020],
  ])("R-15 stored year %s", (_case, programYear, due, after) => {
    const decision = inYear({ partner: at({ tier: "Gold", programYear }) });
    expect(decision.annual.due).toBe(due);
    expect(decision.stored).toMatchObject({ tier: "Gold", programYear: after });
  });

  test.each([
    ["2024-03-31", false],
    ["2024-04-01", true],
  ])("R-16 unpublished on %s: alarm %s", (day, isOverdue) => {
    expect(inYear(gold2023, day).annual.isOverdue).toBe(isOverdue);
  });

  test("R-16 no alarm where nothing is due, or where it is published late", () => {
    const none = { ...gold2023, partner: at({ tier: "Gold", programYear: 2024 }) };
    expect(inYear(none, "2024-04-01").annual.isOverdue).toBe(false);
    expect(inYear({ ...gold2023, publishAnnual: true }, "2024-04-01").annual.isOverdue).toBe(false);
  });

  test.each([
    [null, false],
    ["2024-02-10", true],
    ["2024-02-11", false],
    ["2023-02-01", false],
  ])("R-16 publication date in the policy %s: published %s", (annualAutoPublishDate, isPublished) => {
    const decision = inYear(gold2023, "2024-02-10", {
      ...policy2023,
      annualAutoPublishDate,
    });
    expect(decision.annual.isPublished).toBe(isPublished);
  });
});
