/** Only Enrolled partners are evaluated: R-6. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const silver = { revenue: revenue(200_000), training: trained(10, 5) };
const inYear = (facts: Partial<DecisionInput>, day = "2024-02-10", policy = policy2023) => decide(facts, policy, day);

describe("R-6 only Enrolled partners are evaluated", () => {
  const gold = stored({
    tier: "Gold",
    trailingEarr: new Big(7),
    annualTier: "Silver",
    activityReview: "2023-Q1",
  });
  test.each([true, false])("R-6 Suspended: tier and figures stay, designated %s", (isGlobalStrategic) => {
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
  });

  test.each(["Deactivated", "Applicant"] as const)("R-6 %s: tier and figures cleared", (status) => {
    const decision = decide({
      ...silver,
      partner: partner({ status, stored: gold }),
    });
    expect({ ...decision.stored, explanation: null }).toEqual(blankPartner);
    expect(decision.reviews).toEqual([]);
  });

  test("R-6 who re-enrols starts as Registered", () => {
    const off = decide({
      partner: partner({ status: "Deactivated", stored: gold }),
    });
    const back = decide({ partner: partner({ stored: off.stored }) }, policy2023, "2024-02-10");
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
    expect([decision.stored, decision.isChanged, decision.benefits, decision.findings]).toEqual([gold, false, [], []]);
  });
});
