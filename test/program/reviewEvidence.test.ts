/** The evidence of a review as text: everything it was computed from. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { canonicalJson, sha256 } from "../../sync-service/program/evidence.ts";
import { mostListedDeals } from "../../sync-service/program/countedDeals.ts";
import { mostListedPeople } from "../../sync-service/program/reviewEvidence.ts";
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const deal = (opportunityId: string, usd: string, closeDate = "2023-05-01") => ({
  opportunityId,
  closeDate,
  creditUsd: new Big(usd),
  resoldUsd: new Big(1),
  rule: "R-22",
});
const facts: Partial<DecisionInput> = {
  partner: partner({ focus: ["Flex", "Communications"] }),
  revenue: revenue(20_000),
  deals: [deal("o2", "5000"), deal("o1", "15000"), deal("o0", "7", "2022-10-16")],
  training: trained(3, 1),
};
const evidenceOf = (given: Partial<DecisionInput> = facts, policy: ProgramPolicy = policy2023) =>
  JSON.parse(decide(given, policy, asOf).reviews[0]?.evidence ?? "null") as Record<string, unknown>;
const ids = (count: number) => Array.from({ length: count }, (_, index) => `c${String(index).padStart(4, "0")}`);
const staffed = (count: number) =>
  ids(count)
    .map((contactId) => ({ ...trained(1, 0)[0]!, contactId }))
    .concat(trained(0, 1));

describe("R-16 evidence names what a review rests on", () => {
  test("R-16 facts, rules and result, to the last field", () => {
    expect(evidenceOf()).toEqual({
      asOf,
      deals: {
        o1: ["2023-05-01", "15000.00", "1.00", "R-22"],
        o2: ["2023-05-01", "5000.00", "1.00", "R-22"],
      },
      earr: "20000.00",
      focus: ["Communications", "Flex"],
      isBaselineInForce: true,
      isGlobalStrategic: false,
      partner: "p1",
      policy: "Program_2023",
      policyRules: {
        courses: [
          "Segment_Sales: Sales, Segment/Engage",
          "Sellers_Series_101: Sales, everyone",
          "Twilio_Platform: Technical, everyone",
        ],
        isFocusTrainingCounted: true,
        isLateClaimNeeded: true,
        isSameInstantCounted: true,
        isSeveralRungsAllowed: true,
        professionalServicesFamilies: ["Professional Services"],
        requirements: {
          Registered: { earr: "0.00", rank: 1, sales: 0, technical: 0 },
          Bronze: { earr: "20000.00", rank: 2, sales: 1, technical: 3 },
          Silver: { earr: "200000.00", rank: 3, sales: 5, technical: 10 },
          Gold: { earr: "1000000.00", rank: 4, sales: 10, technical: 15 },
        },
        resaleExcludedFamilies: ["Engage", "Segment", "SendGrid"],
        timeZone: "America/Los_Angeles",
        trailingWindowDays: 365,
        trainingRequiredOf: "All partners",
      },
      previousTier: "Registered",
      qualifiedTier: "Bronze",
      salesTrained: ["Sellers_Series_101-0"],
      technical: ["Twilio_Platform-0", "Twilio_Platform-1", "Twilio_Platform-2"],
      tier: "Bronze",
      window: ["2022-10-17", asOf],
    });
  });

  test("R-16 the order in which a policy lists courses and families is no evidence", () => {
    const turned = {
      ...policy2023,
      courses: policy2023.courses.toReversed(),
      professionalServicesFamilies: ["Training", "Professional Services"],
      resaleExcludedFamilies: policy2023.resaleExcludedFamilies.toReversed(),
      tierRequirements: policy2023.tierRequirements.toReversed(),
    };
    const straight = { ...policy2023, professionalServicesFamilies: ["Professional Services", "Training"] };
    expect(evidenceOf(facts, turned)).toEqual(evidenceOf(facts, straight));
  });

  test("R-16 as many people as are listed, and one more: their number and a hash over them", () => {
    expect(evidenceOf({ ...facts, training: staffed(mostListedPeople) })["technical"]).toEqual(ids(mostListedPeople));
    const more = ids(mostListedPeople + 1);
    expect(evidenceOf({ ...facts, training: staffed(mostListedPeople + 1) })["technical"]).toEqual({
      people: 1001,
      hash: sha256(canonicalJson(more)),
    });
  });

  test("R-16 as many deals as are listed, and one more: by month their number, sum and a hash over them", () => {
    const many = (count: number) => ({
      ...facts,
      deals: ids(count).map((id, index) => deal(id, "2", index === 0 ? "2023-01-31" : "2023-02-01")),
    });
    expect(Object.keys(evidenceOf(many(mostListedDeals))["deals"] as object)).toEqual(ids(mostListedDeals));
    const folded = evidenceOf(many(mostListedDeals + 1));
    expect(folded["deals"]).toBeUndefined();
    expect(folded["dealsByMonth"]).toMatchObject({
      "2023-01": [1, "2.00", sha256('{"c0000":["2023-01-31","2.00","1.00","R-22"]}')],
      "2023-02": [mostListedDeals, "2000.00", expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
  });
});
