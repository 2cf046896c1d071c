/** Near misses: who can still mend a won deal that is not counted, and until when. */
import { explainAttribution } from "../../sync-service/program/explainAttribution.ts";
import type { AttributionFacts, OpportunityFacts } from "../../sync-service/program/facts.ts";
import { nearMissOf } from "../../sync-service/program/nearMiss.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import { attribution, closedAt, judge, line, opportunity, registration } from "./sampleDeals.ts";

const miss = (
  deal: Partial<OpportunityFacts>,
  row: Partial<AttributionFacts>,
  asOf: string,
  publishedYears: readonly number[] = [],
  registrations = [registration({ status: "Submitted" })],
) => {
  const won = opportunity(deal);
  const [judged] = judge(won, [attribution(row)], registrations).attributions;
  if (!judged) throw new Error("no verdict");
  const explained = explainAttribution(judged, won, windowsAsOf(asOf, 365));
  return nearMissOf(explained, { asOf, policy: policy2023, publishedYears });
};
const late = { createdAt: closedAt + 1 };

describe("R-27 near misses name who can mend them", () => {
  test.each([
    ["R-23 added after the close", {}, late, "program administrator", "late claim"],
    ["R-23 not approved", {}, { ...late, source: "Deal Registration" as const }, "partner account manager", "decision"],
    ["R-20 no eARR", { earr: null }, {}, "account executive", "eARR"],
  ])("%s", (name, deal, row, who, how) => {
    const found = miss(deal, row, "2023-10-16");
    expect(found?.who).toContain(who);
    expect(found?.how).toContain(how);
    expect(found?.rule).toBe(name.slice(0, 4));
  });

  test("R-23 submitted after the close: an administrator approves the late claim", () => {
    const row = { ...late, source: "Deal Registration" as const };
    const found = miss({}, row, "2023-10-16", [], [registration({ submittedAt: closedAt + 1 })]);
    expect(found).toMatchObject({ reason: "Registration Submitted After Close", who: "a program administrator" });
  });

  test.each([
    ["counted", {}, {}],
    ["professional services only", { lines: [line("Professional Services", 5)] }, {}],
    ["lost", { isWon: false }, late],
    ["open", { isWon: false, isClosed: false }, {}],
  ])("a deal that is %s is none", (_case, deal, row) => {
    expect(miss(deal, row, "2023-10-16")).toBeNull();
  });
});

describe("R-27 a near miss in the words of those who mend it", () => {
  test.each([
    [
      "Added After Close",
      "the partner and a program administrator",
      "a deal registration, approved as a late claim with a reason",
      "R-23",
    ],
    [
      "Registration Not Approved",
      "the partner account manager",
      "a decision on the deal registration; submitted after the close, it needs a program administrator's late claim too",
      "R-23",
    ],
    [
      "Registration Submitted After Close",
      "a program administrator",
      "the late claim on the deal registration, approved with a reason",
      "R-23",
    ],
    ["No eARR", "the account executive of the opportunity", "its eARR recorded, on the lines where it has any", "R-20"],
    ["Currency Rate Missing", "a Salesforce administrator", "the dated exchange rate of the close date", "R-21"],
  ] as const)("%s", (reason, who, how, rule) => {
    const [judged] = judge(opportunity(), [attribution(late)]).attributions;
    if (!judged) throw new Error("no verdict");
    const row = { ...explainAttribution(judged, opportunity(), windowsAsOf("2023-10-16", 365)), reason };
    const found = nearMissOf(row, { asOf: "2023-10-16", policy: policy2023, publishedYears: [] });
    expect(found).toMatchObject({ opportunityId: "opp1", opportunityName: "Deal", reason, who, how, rule });
  });
});

describe("near misses say until when", () => {
  test.each([
    ["R-10 on the last day of the trailing window", "2024-04-29", "2024-04-29", 2024],
    ["R-10 a day after it", "2024-04-30", null, 2024],
    ["R-15 on the last day of the review's year", "2024-12-31", null, 2024],
  ])("%s", (_case, asOf, trailingUntil, programYear) => {
    const annualReview = { programYear, until: `${programYear}-03-31` };
    expect(miss({}, late, asOf)).toMatchObject({ trailingUntil, annualReview });
  });

  test("R-15 in the year after that it is too late for everything", () => {
    expect(miss({}, late, "2025-01-01")).toBeNull();
  });

  test("R-17 once the review is published only the trailing window is left", () => {
    expect(miss({}, late, "2024-02-01", [2024])).toMatchObject({ trailingUntil: "2024-04-29", annualReview: null });
    expect(miss({}, late, "2024-04-30", [2024])).toBeNull();
  });
});
