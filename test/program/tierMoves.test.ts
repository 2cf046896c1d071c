/** When a tier changes: ..R-17. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  afterRun,
  decide,
  input,
  partner,
  revenue,
  stored,
  trained,
} from "./sample.ts";

const none = new Big(0);
const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const at = (given: Partial<StoredPartner>, isGlobalStrategic = false) =>
  partner({ stored: stored(given), isGlobalStrategic });
const inYear = (
  facts: Partial<DecisionInput>,
  day = "2024-02-10",
  policy = policy2023,
) => decide(facts, policy, day);
/** Silver by the calendar year 2023, nothing since. */
const lastYear = {
  ...silver,
  revenue: revenue(0, { annualWindow: new Big(200_000) }),
};

describe("R-13 enrolment", () => {
  const entering = partner({ stored: blankPartner });
  test("R-13 a partner without a tier becomes Registered for this year", () => {
    const { stored: after, reviews } = decide({ partner: entering });
    expect(after).toMatchObject({
      tier: "Registered",
      programYear: 2023,
      tierSinceDate: "2023-10-16",
    });
    expect(reviews.map((r) => [r.key, r.type, r.previousTier, r.tier])).toEqual(
      [["enrollment:p1:2023-10-16", "Enrollment", null, "Registered"]],
    );
  });

  test("R-13 mid-year advancement may follow in the same run", () => {
    const { reviews, tierAfter } = decide({ ...silver, partner: entering });
    expect(tierAfter).toBe("Silver");
    expect(reviews.map((r) => r.key)).toEqual([
      "enrollment:p1:2023-10-16",
      "mid-year:p1:2023-10-16:Silver",
    ]);
  });
});

describe("R-14 mid-year", () => {
  test.each([
    ["Registered", "Silver", 1],
    ["Bronze", "Silver", 1],
    ["Silver", "Silver", 0],
    ["Gold", "Gold", 0],
  ] as const)(
    "R-14 from %s, qualified for Silver: %s",
    (tier, expected, reviews) => {
      const decision = decide({ ...silver, partner: at({ tier }) });
      expect(decision.tierAfter).toBe(expected);
      expect(decision.reviews).toHaveLength(reviews);
      expect(decision.stored.tierSinceDate).toBe(
        reviews ? "2023-10-16" : "2022-02-01",
      );
    },
  );
});

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
    expect(decision.reviews.map((r) => [r.key, r.status])).toEqual([
      ["annual:p1:2024", "Provisional"],
    ]);
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

  test.each([
    [null, false],
    ["2024-02-10", true],
    ["2024-02-11", false],
    ["2023-02-01", false],
  ])(
    "R-16 publication date in the policy %s: published %s",
    (annualAutoPublishDate, isPublished) => {
      const decision = inYear(gold2023, "2024-02-10", {
        ...policy2023,
        annualAutoPublishDate,
      });
      expect(decision.annual.isPublished).toBe(isPublished);
    },
  );

  test("R-15 a review published before the account was written stands, and is not made twice", () => {
    const first = inYear({ ...gold2023, publishAnnual: true });
    const broken = {
      ...afterRun(input(gold2023), first),
      partner: gold2023.partner,
      revenue: revenue(0),
    };
    const second = inYear(broken);
    expect(second.stored).toMatchObject({ tier: "Silver", programYear: 2024 });
    expect([second.annual.due, second.reviews]).toEqual([false, []]);
  });

  test("R-16 a provisional review is written again only when it says something else", () => {
    const first = afterRun(input(gold2023), inYear(gold2023));
    expect(inYear(first, "2024-02-11").reviews).toEqual([]);
    const changed = {
      ...first,
      revenue: revenue(0, { annualWindow: new Big(20_000) }),
    };
    expect(inYear(changed, "2024-02-11").reviews).toMatchObject([
      { tier: "Bronze" },
    ]);
  });

  test("R-17 later corrections show as a difference and change nothing", () => {
    const published = {
      ...afterRun(
        input(gold2023),
        inYear({ ...gold2023, publishAnnual: true }),
      ),
      publishAnnual: false,
    };
    expect(inYear(published, "2024-05-01").annualDifference).toBeNull();
    const corrected = inYear(
      { ...published, revenue: revenue(0, { annualWindow: new Big(30_000) }) },
      "2024-05-01",
    );
    expect(corrected.tierAfter).toBe("Silver");
    expect(corrected.annualDifference).toMatchObject({
      publishedTier: "Silver",
      recomputedTier: "Bronze",
    });
    expect(corrected.stored.explanation).toContain("(R-17)");
  });
});

describe("R-4 Global Strategic", () => {
  test("R-4 designation acts at once, results are Global Strategic, the qualified tier is shown", () => {
    const decision = inYear({
      ...silver,
      partner: at({ tier: "Bronze" }, true),
    });
    expect(decision.stored).toMatchObject({
      tier: "Global Strategic",
      qualifiedTier: "Silver",
      annualTier: "Global Strategic",
      projectedAnnualTier: "Global Strategic",
      programYear: 2023,
      nextTier: null,
    });
    expect(decision.reviews.map((r) => r.type)).toEqual([
      "Designation",
      "Annual",
    ]);
  });

  test.each([2023, 2022])(
    "R-4 removal gives what the trailing window supports, programme year %i",
    (programYear) => {
      const decision = decide({
        ...silver,
        partner: at({ tier: "Global Strategic", programYear }),
      });
      expect(decision.tierAfter).toBe("Silver");
      expect(decision.reviews[0]).toMatchObject({
        type: "Designation",
        key: "designation:p1:2023-10-16:Silver",
      });
    },
  );

  test("R-4 a designated partner's published annual review is Global Strategic", () => {
    const decision = inYear({
      partner: at({ tier: "Global Strategic" }, true),
      publishAnnual: true,
    });
    expect(decision.reviews).toMatchObject([
      { type: "Annual", tier: "Global Strategic", qualifiedTier: "Registered" },
    ]);
    expect(decision.stored).toMatchObject({
      tier: "Global Strategic",
      programYear: 2024,
    });
  });

  test("R-4 a designated newcomer is enrolled, then designated", () => {
    const decision = decide({
      partner: partner({ stored: blankPartner, isGlobalStrategic: true }),
    });
    expect(decision.moves.map((m) => m.type)).toEqual([
      "Enrollment",
      "Designation",
    ]);
  });
});

describe("R-6 only Enrolled partners are evaluated", () => {
  const gold = stored({
    tier: "Gold",
    trailingEarr: new Big(7),
    annualTier: "Silver",
    activityReview: "2023-Q1",
  });
  test.each([true, false])(
    "R-6 Suspended: tier and figures stay, designated %s",
    (isGlobalStrategic) => {
      const decision = inYear({
        ...silver,
        partner: partner({
          status: "Suspended",
          stored: gold,
          isGlobalStrategic,
        }),
        publishAnnual: true,
      });
      expect({ ...decision.stored, explanation: null }).toEqual(gold);
      expect([decision.reviews, decision.annual.due]).toEqual([[], false]);
    },
  );

  test.each(["Deactivated", "Applicant"] as const)(
    "R-6 %s: tier and figures cleared",
    (status) => {
      const decision = decide({
        ...silver,
        partner: partner({ status, stored: gold }),
      });
      expect({ ...decision.stored, explanation: null }).toEqual(blankPartner);
      expect(decision.reviews).toEqual([]);
    },
  );

  test("R-6 who re-enrols starts as Registered", () => {
    const off = decide({
      partner: partner({ status: "Deactivated", stored: gold }),
    });
    const back = decide(
      { partner: partner({ stored: off.stored }) },
      policy2023,
      "2024-02-10",
    );
    expect(back.stored).toMatchObject({
      tier: "Registered",
      programYear: 2024,
    });
    expect(back.annual.due).toBe(false);
  });

  test("R-6 an account that is no partner is left alone", () => {
    const decision = decide({
      partner: partner({ status: null, stored: gold }),
    });
    expect([decision.stored, decision.isChanged, decision.benefits]).toEqual([
      gold,
      false,
      [],
    ]);
  });
});
