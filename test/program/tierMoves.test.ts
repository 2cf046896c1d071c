/** Enrolment and mid-year moves. */
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const at = (given: Partial<StoredPartner>, isGlobalStrategic = false) =>
  partner({ stored: stored(given), isGlobalStrategic });

describe("R-13 enrolment", () => {
  const entering = partner({ stored: blankPartner });
  test("R-13 a partner without a tier becomes Registered for this year", () => {
    const { stored: after, reviews } = decide({ partner: entering });
    expect(after).toMatchObject({
      tier: "Registered",
      programYear: 2023,
      tierSinceDate: "2023-10-16",
    });
    expect(reviews.map((r) => [r.key, r.type, r.previousTier, r.tier])).toEqual([
      ["enrollment:p1:2023-10-16", "Enrollment", null, "Registered"],
    ]);
  });

  test("R-13 a year left behind by a tier that is gone makes no annual review due", () => {
    const left = partner({ stored: stored({ tier: null, programYear: 2020 }) });
    const { annual, stored: after } = decide({ partner: left });
    expect([annual.due, after.tier, after.programYear]).toEqual([false, "Registered", 2023]);
  });

  test("R-13 mid-year advancement may follow in the same run", () => {
    const { reviews, tierAfter } = decide({ ...silver, partner: entering });
    expect(tierAfter).toBe("Silver");
    expect(reviews.map((r) => r.key)).toEqual(["enrollment:p1:2023-10-16", "mid-year:p1:2023-10-16:Silver"]);
  });
});

describe("R-14 mid-year", () => {
  test.each([
    ["Registered", "Silver", 1],
    ["Bronze", "Silver", 1],
    ["Silver", "Silver", 0],
    ["Gold", "Gold", 0],
  ] as const)("R-14 from %s, qualified for Silver: %s", (tier, expected, reviews) => {
    const decision = decide({ ...silver, partner: at({ tier }) });
    expect(decision.tierAfter).toBe(expected);
    expect(decision.reviews).toHaveLength(reviews);
    expect(decision.stored.tierSinceDate).toBe(reviews ? "2023-10-16" : "2022-02-01");
  });
});
