/** Resale, R-25: by invitation, with its addendum, some families left out. */
import type { OpportunityLine } from "../../sync-service/program/facts.ts";
import { agreement, benefit } from "./sample.ts";
import { attribution, line, opportunity, verdictOn } from "./sampleDeals.ts";

const day = "2023-05-01";
const sold = [attribution({ role: "Resold" })];
const invited = benefit("Reseller_Program", { invitedDate: "2023-01-01" });
const addendum = agreement("Resale Partner Addendum");

function split(lines: OpportunityLine[], standing = { agreements: [addendum], benefits: [invited] }) {
  const verdict = verdictOn(opportunity({ lines }), sold, [], standing);
  return [verdict.influencedUsd.toFixed(2), verdict.resoldUsd.toFixed(2), verdict.isResaleUnauthorized];
}

describe("R-25 resale", () => {
  test.each([
    ["everything in force", invited, addendum, true],
    ["invited on the close date", { ...invited, invitedDate: day }, addendum, true],
    ["invited the day after", { ...invited, invitedDate: "2023-05-02" }, addendum, false],
    ["invitation ends on the close date", { ...invited, invitationEndsDate: day }, addendum, true],
    ["invitation ended the day before", { ...invited, invitationEndsDate: "2023-04-30" }, addendum, false],
    ["never invited", { ...invited, invitedDate: null }, addendum, false],
    ["another benefit's invitation", { ...invited, benefitKey: "Referral_Fees" }, addendum, false],
    ["addendum from the close date", invited, { ...addendum, effectiveDate: day }, true],
    ["addendum from the day after", invited, { ...addendum, effectiveDate: "2023-05-02" }, false],
    ["addendum ended the day before", invited, { ...addendum, endDate: "2023-04-30" }, false],
    ["addendum of an affiliate", invited, { ...addendum, partnerId: "p9" }, false],
  ])("R-25 %s", (_case, invitation, signed, isResold) => {
    const standing = { agreements: [signed], benefits: [invitation] };
    expect(split([line("Flex", 1000)], standing)).toEqual(
      isResold ? ["0.00", "1000.00", false] : ["1000.00", "0.00", true],
    );
  });

  test("R-25 the invitation of an affiliate is none, and other rows do not stand in the way", () => {
    const others = [benefit("Partner_Portal"), { ...invited, partnerId: "p9" }];
    expect(split([line("Flex", 1000)], { agreements: [addendum], benefits: others })).toEqual([
      "1000.00",
      "0.00",
      true,
    ]);
    const own = { agreements: [agreement(), addendum], benefits: [...others, invited] };
    expect(split([line("Flex", 1000)], own)).toEqual(["0.00", "1000.00", false]);
  });

  test.each([
    ["left-out families count as influenced", [line("Flex", 70), line("Segment", 30)], ["30.00", "70.00", true]],
    ["a left-out line of 0 flags the row", [line("Flex", 70), line("Engage", 0)], ["0.00", "70.00", true]],
    ["a left-out line without eARR does not", [line("Flex", 70), line("SendGrid", null)], ["0.00", "70.00", false]],
    ["left-out lines only", [line("Segment", 30)], ["30.00", "0.00", true]],
    ["services are neither", [line("Flex", 70), line("Professional Services", 30)], ["0.00", "70.00", false]],
    [
      "resold rounded by itself, the rest is the total less that",
      [line("Flex", "0.005"), line("Segment", "0.005")],
      ["0.00", "0.01", true],
    ],
    ["no lines: all of it resold", [], ["0.00", "1000.00", false]],
  ])("R-25 %s", (_case, lines, expected) => {
    expect(split(lines)).toEqual(expected);
  });

  test("R-25 a row that is excluded is not flagged", () => {
    const deal = opportunity({ earr: null });
    expect(verdictOn(deal, sold).isResaleUnauthorized).toBe(false);
  });
});
