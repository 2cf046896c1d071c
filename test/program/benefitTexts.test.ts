/** What a benefit row says and whether it is written again. */
import { benefitFinding } from "../../sync-service/program/benefitFinding.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, benefit, partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const silver = partner({ stored: stored({ tier: "Silver" }) });
const rowOf = (key: string, given: Partial<DecisionInput>) =>
  decide({ partner: silver, ...given }).benefits.find((row) => row.benefitKey === key);

describe("R-31 a closed benefit says why", () => {
  test.each<[string, Partial<DecisionInput>, string, string | null]>([
    ["Partner_Portal", {}, "Available", null],
    [
      "Partner_Portal",
      { partner: { ...silver, status: "Suspended" } },
      "Membership Blocked",
      "Membership: Suspended (R-6).",
    ],
    [
      "Partner_Portal",
      { agreements: [] },
      "Membership Blocked",
      "The Baseline Partner Agreement is not in force (R-7).",
    ],
    ["Co_Sell", {}, "Tier Too Low", "From Gold on (R-30)."],
    ["Referral_Fees", {}, "Not In Scope", "For partners with a focus on Segment/Engage (R-31)."],
    ["Reseller_Program", {}, "Invitation Needed", "By invitation only (R-30)."],
    [
      "Market_Development_Funds",
      {},
      "Agreement Needed",
      "Not in force: MDF/POC Program Terms, Resale Partner Addendum (R-32).",
    ],
    [
      "Market_Development_Funds",
      { agreements: [agreement(), agreement("Resale Partner Addendum")] },
      "Agreement Needed",
      "Not in force: MDF/POC Program Terms (R-32).",
    ],
  ])("R-31 %s %#: %s", (key, given, status, reason) => {
    expect(rowOf(key, given)).toMatchObject({ status, reason });
  });

  test("R-6 a row left on an account that is no partner is blocked", () => {
    const nobody = { partner: { id: "p1", status: null, focus: [] }, tierAfter: null, isBaselineInForce: true };
    const found = benefitFinding(policy2023.benefitRules[0]!, [], { ...nobody, agreements: [], benefits: [] }, asOf);
    expect(found).toEqual({ status: "Membership Blocked", reason: "Membership: none (R-6)." });
  });

  test("R-31 a benefit of two products names both, and one of them is enough", () => {
    const wide = { ...policy2023.benefitRules[0]!, productScope: ["Segment/Engage", "Flex"] };
    const found = (focus: string[]) =>
      decide({ partner: { ...silver, focus } }, { ...policy2023, benefitRules: [wide] }).benefits[0];
    expect(found(["Communications"])?.reason).toBe("For partners with a focus on Segment/Engage or Flex (R-31).");
    expect(found(["Flex", "Communications"])?.status).toBe("Available");
  });
});

describe("R-6 benefit rows are written only when they say something new", () => {
  const right = benefit("Partner_Portal", { storedStatus: "Available", storedIsAvailable: true });
  test.each([
    ["as it is", right, false],
    ["another status", { ...right, storedStatus: "Tier Too Low" as const }, true],
    ["another reason", { ...right, storedReason: "From Gold on (R-30)." }, true],
    ["not marked available", { ...right, storedIsAvailable: false }, true],
  ])("R-6 stored %s: written %s", (_case, row, isChanged) => {
    expect(rowOf("Partner_Portal", { benefits: [row] })).toMatchObject({ rowId: right.id, isChanged });
  });

  test("R-6 a benefit without a row gets one, closed or open", () => {
    expect(rowOf("Co_Sell", {})).toMatchObject({
      rowId: null,
      partnerId: "p1",
      isChanged: true,
      isGained: false,
      isLost: false,
    });
    expect(rowOf("Partner_Portal", {})).toMatchObject({ rowId: null, isChanged: true, isGained: true, isLost: false });
  });

  test("R-6 a row of another partner is not this partner's", () => {
    expect(rowOf("Partner_Portal", { benefits: [{ ...right, partnerId: "p2" }] })).toMatchObject({ rowId: null });
  });

  test("R-6 an account that is no partner gets no rows and keeps those that exist as they are", () => {
    expect(decide({ partner: { ...silver, status: null }, benefits: [right] }).benefits).toEqual([]);
  });

  test("R-31 rows come in the order of the matrix, however the policy lists them", () => {
    const policy = { ...policy2023, benefitRules: policy2023.benefitRules.toReversed() };
    const keys = (given = policy2023) => decide({ partner: silver }, given, asOf).benefits.map((row) => row.benefitKey);
    expect(keys(policy)).toEqual(keys());
    expect(keys()[0]).toBe("Partner_Portal");
  });
});
