/** Receipts in detail: what is told of a review, and what differs. */
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { evidenceDifferences } from "../../sync-service/program/receiptDifferences.ts";
import { replayReceipt } from "../../sync-service/program/receipt.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, stored, trained } from "./sample.ts";
import { decide, input } from "./sampleDecisions.ts";

const slow = { ...policy2023, isSeveralRungsAllowed: false };
const gold = { revenue: revenue(1_000_000), training: trained(15, 10) };
const receiptOf = (given: Partial<DecisionInput>, policy = policy2023) => {
  const [draft] = decide(given, policy, asOf).reviews;
  if (!draft) throw new Error("no review");
  return draft;
};

describe("R-16 a check names the review that it is about", () => {
  test("R-16 also where it has no evidence", () => {
    const receipt = { ...receiptOf(gold), evidence: null };
    expect(replayReceipt(receipt, input(gold), policy2023)).toEqual({
      key: "mid-year:p1:2023-10-16:Gold",
      type: "Mid-Year",
      asOfDate: asOf,
      tier: "Gold",
      storedHash: receipt.evidenceHash,
      outcome: "No Evidence",
      recomputedHash: null,
      differences: [],
    });
  });
});

describe("R-3 a mid-year move is computed again rung by rung where the policy has it so", () => {
  test.each(["Registered", "Bronze"] as const)("R-3 from %s", (tier) => {
    const given = { ...gold, partner: partner({ stored: stored({ tier }) }) };
    const receipt = receiptOf(given, slow);
    expect(receipt.tier).toBe(tier === "Registered" ? "Bronze" : "Silver");
    expect(replayReceipt(receipt, input(given), slow)).toMatchObject({ outcome: "Same", tier: receipt.tier });
  });

  test("R-13 from a tier that was not recorded it is from Registered", () => {
    const receipt = { ...receiptOf(gold, slow), previousTier: null };
    expect(replayReceipt(receipt, input(gold), slow).differences).toEqual([
      { field: "previousTier", then: '"Registered"', now: "null" },
    ]);
  });
});

describe("R-17 differences of two evidences", () => {
  test.each(["technical", "salesTrained", "focus"])("R-17 the order of %s says nothing", (field) => {
    const text = (values: string[]) => JSON.stringify({ [field]: values });
    expect(evidenceDifferences(text(["a", "b"]), text(["b", "a"]))).toEqual([]);
    expect(evidenceDifferences(text(["a", "b"]), text(["b", "c"]))).toEqual([
      { field, then: '"a"', now: null },
      { field, then: null, now: '"c"' },
    ]);
  });

  test("R-17 the order of the policy's courses says nothing, that of a window does", () => {
    const courses = (values: string[]) => JSON.stringify({ policyRules: { courses: values } });
    expect(evidenceDifferences(courses(["a", "b"]), courses(["b", "a"]))).toEqual([]);
    expect(evidenceDifferences('{"window":["a","b"]}', '{"window":["b","a"]}')).toEqual([
      { field: "window", then: '["a","b"]', now: '["b","a"]' },
    ]);
  });

  test("R-17 fields come by name, also those that one side lacks", () => {
    expect(evidenceDifferences('{"b":1,"c":{"y":1}}', '{"a":1,"b":2,"c":{"x":1,"y":2}}')).toEqual([
      { field: "a", then: null, now: "1" },
      { field: "b", then: "1", now: "2" },
      { field: "c.x", then: null, now: "1" },
      { field: "c.y", then: "1", now: "2" },
    ]);
  });

  test("R-17 nothing against something is told as a whole", () => {
    expect(evidenceDifferences('{"a":null}', '{"a":{"b":1}}')).toEqual([{ field: "a", then: "null", now: '{"b":1}' }]);
    expect(evidenceDifferences('{"a":{"b":1}}', '{"a":null}')).toEqual([{ field: "a", then: '{"b":1}', now: "null" }]);
  });
});
