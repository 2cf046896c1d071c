/** Global Strategic, a designation by hand: R-4. */
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const at = (given: Partial<StoredPartner>, isGlobalStrategic = false) =>
  partner({ stored: stored(given), isGlobalStrategic });
const inYear = (facts: Partial<DecisionInput>, day = "2024-02-10", policy = policy2023) => decide(facts, policy, day);

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
    expect(decision.reviews.map((r) => r.type)).toEqual(["Designation", "Annual"]);
  });

  test.each([2023, 2022])("R-4 removal gives what the trailing window supports, programme year %i", (programYear) => {
    const decision = decide({
      ...silver,
      partner: at({ tier: "Global Strategic", programYear }),
    });
    expect(decision.tierAfter).toBe("Silver");
    expect(decision.reviews[0]).toMatchObject({
      type: "Designation",
      key: "designation:p1:2023-10-16:Silver",
    });
  });

  test("R-4 a designated partner's published annual review is Global Strategic", () => {
    const decision = inYear({
      partner: at({ tier: "Global Strategic" }, true),
      publishAnnual: true,
    });
    expect(decision.reviews).toMatchObject([{ type: "Annual", tier: "Global Strategic", qualifiedTier: "Registered" }]);
    expect(decision.stored).toMatchObject({
      tier: "Global Strategic",
      programYear: 2024,
    });
  });

  test("R-4 a designated newcomer is enrolled, then designated", () => {
    const decision = decide({
      partner: partner({ stored: blankPartner, isGlobalStrategic: true }),
    });
    expect(decision.moves.map((m) => m.type)).toEqual(["Enrollment", "Designation"]);
  });
});
