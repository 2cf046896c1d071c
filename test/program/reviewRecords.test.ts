/** The reviews that a run writes, field by field and in words: R-13..R-16. */
import Big from "big.js";
import type { DecisionInput, ReviewDraft } from "../../sync-service/program/decision.ts";
import { sha256 } from "../../sync-service/program/evidence.ts";
import type { ReviewFacts } from "../../sync-service/program/programRecords.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { afterRun, decide, input } from "./sampleDecisions.ts";

const gold = partner({ stored: stored({ tier: "Gold" }) });
const facts = {
  partner: gold,
  revenue: revenue(1_000_000, { annualWindow: new Big(20_000) }),
  training: trained(10, 5),
};
const day = "2024-02-10";
const reviewsOn = (given: Partial<DecisionInput>, on = day) => decide(given, policy2023, on).reviews;

describe("R-16 a review in words names its dates, being history", () => {
  test.each<[string, Partial<DecisionInput>, string, string]>([
    [
      "R-13 enrolment",
      { partner: partner({ stored: blankPartner }) },
      "2023-10-16",
      "Enrolled as Registered (R-13): no tier to Registered. Qualified for Registered (R-3) from October 17, 2022 to October 16, 2023: " +
        "USD 0.00 eARR, 0 technical and 0 sales-trained resources. Policy: Program 2023.",
    ],
    [
      "R-14 mid-year",
      { revenue: revenue(20_000), training: trained(3, 1) },
      "2023-10-16",
      "Advanced at mid-year (R-14): Registered to Bronze. Qualified for Bronze (R-3) from October 17, 2022 to October 16, 2023: " +
        "USD 20,000.00 eARR, 3 technical and 1 sales-trained resources. Policy: Program 2023.",
    ],
    [
      "R-4 designation",
      { partner: partner({ isGlobalStrategic: true }) },
      "2023-10-16",
      "Designation changed by hand (R-4): Registered to Global Strategic. Qualified for Registered (R-3) from October 17, 2022 to October 16, 2023: " +
        "USD 0.00 eARR, 0 technical and 0 sales-trained resources. Policy: Program 2023.",
    ],
    [
      "R-16 provisional",
      facts,
      day,
      "Annual review (R-15), provisional (R-16): Gold to Bronze. Qualified for Bronze (R-3) from January 1, 2023 to December 31, 2023: " +
        "USD 20,000.00 eARR, 10 technical and 5 sales-trained resources. Policy: Program 2023.",
    ],
    [
      "R-15 published",
      { ...facts, publishAnnual: true },
      day,
      "Annual review (R-15): Gold to Bronze. Qualified for Bronze (R-3) from January 1, 2023 to December 31, 2023: " +
        "USD 20,000.00 eARR, 10 technical and 5 sales-trained resources. Policy: Program 2023.",
    ],
  ])("%s", (_case, given, on, text) => {
    expect(reviewsOn(given, on)[0]?.explanation).toBe(text);
  });

  test("R-15 the record of an annual review has every figure it rests on", () => {
    const [review] = reviewsOn({ ...facts, publishAnnual: true });
    expect(review).toMatchObject({
      key: "annual:p1:2024",
      partnerId: "p1",
      type: "Annual",
      status: "Published",
      asOfDate: day,
      programYear: 2024,
      windowStartDate: "2023-01-01",
      windowEndDate: "2023-12-31",
      previousTier: "Gold",
      tier: "Bronze",
      qualifiedTier: "Bronze",
      earr: new Big(20_000),
      technicalResources: 10,
      salesTrainedResources: 5,
      policyName: "Program_2023",
    });
    expect(review?.evidenceHash).toBe(sha256(review?.evidence ?? ""));
  });

  test("R-14 a mid-year record rests on the trailing window", () => {
    expect(reviewsOn({ revenue: revenue(20_000), training: trained(3, 1) }, "2023-10-16")).toMatchObject([
      { type: "Mid-Year", windowStartDate: "2022-10-17", windowEndDate: "2023-10-16", earr: new Big(20_000) },
    ]);
  });
});

describe("R-16 a provisional review is written again for what it says, never for its date", () => {
  const first = () => afterRun(input(facts), decide(facts, policy2023, day));
  const again = (given: Partial<ReviewFacts>) => {
    const reviews = first().reviews.map((review) => ({ ...review, ...given }));
    return reviewsOn({ ...first(), reviews }, "2024-02-11").map((review: ReviewDraft) => review.status);
  };
  test.each<[string, Partial<ReviewFacts>, string[]]>([
    ["the same", {}, []],
    ["the same amount, written otherwise", { earr: new Big("20000.00") }, []],
    ["another tier before", { previousTier: "Silver" }, ["Provisional"]],
    ["another result", { tier: "Silver" }, ["Provisional"]],
    ["another qualified tier", { qualifiedTier: "Silver" }, ["Provisional"]],
    ["another revenue", { earr: new Big("20000.01") }, ["Provisional"]],
    ["no revenue recorded", { earr: null }, ["Provisional"]],
    ["another number of technical resources", { technicalResources: 11 }, ["Provisional"]],
    ["another number of sales-trained resources", { salesTrainedResources: 6 }, ["Provisional"]],
    ["another policy", { policyName: "Program_2022" }, ["Provisional"]],
    ["a review of another partner", { partnerId: "p2" }, ["Provisional"]],
    ["a review of another year", { programYear: 2023 }, ["Provisional"]],
    ["a review of another type", { type: "Mid-Year" }, ["Provisional"]],
  ])("R-16 stored: %s", (_case, given, written) => {
    expect(again(given)).toEqual(written);
  });

  test("R-15 a published review is found beside a provisional one of the same year", () => {
    const provisional = first().reviews;
    const published = provisional.map((review) => ({ ...review, id: "x", status: "Published" as const }));
    for (const reviews of [
      [...provisional, ...published],
      [...published, ...provisional],
    ])
      expect(decide({ ...first(), reviews }, policy2023, day).annual.due).toBe(false);
  });
});
