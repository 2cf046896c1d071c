/** What the page of an attribution says: the clause, the windows, and who can mend it. */
import Big from "big.js";
import { explainAttribution } from "../../sync-service/program/explainAttribution.ts";
import { conversionOf } from "../../sync-service/program/money.ts";
import { judgeOpportunity } from "../../sync-service/program/credit.ts";
import type { OpportunityCase } from "../../sync-service/program/creditCase.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf } from "./sample.ts";
import { attribution, closedAt, line, opportunity, registration } from "./sampleDeals.ts";

const conversion = conversionOf({ isMultiCurrency: true, corporateCurrency: "USD", rates: [] });
const deal = opportunity({ currencyCode: "USD" });
const late = attribution({ createdAt: closedAt + 1 });
const registered = attribution({ source: "Deal Registration" });

function explained(given: Partial<OpportunityCase>, day = asOf) {
  const one = { opportunity: deal, attributions: [attribution()], registrations: [], ...given };
  const context = { policy: policy2023, conversion, standingOf: () => ({ agreements: [], benefits: [] }) };
  const row = judgeOpportunity(one, context).attributions.at(-1);
  if (!row) throw new Error("no verdict");
  return explainAttribution(row, one.opportunity, windowsAsOf(day, 365));
}

describe("R-27 why a row counts or does not, and who can mend it", () => {
  test.each<[string, Partial<OpportunityCase>, string, string, string | null]>([
    ["counted by Twilio sales", {}, "R-22", "Twilio sales added the partner before the close", null],
    [
      "counted by registration",
      { attributions: [late], registrations: [registration()] },
      "R-23",
      "The partner has an approved deal registration for the opportunity",
      null,
    ],
    ["open", { opportunity: { ...deal, isClosed: false, isWon: false } }, "R-27", "The opportunity is open", null],
    ["lost", { opportunity: { ...deal, isWon: false } }, "R-27", "The opportunity was lost", null],
    [
      "Duplicate",
      { attributions: [attribution(), attribution({ id: "b", createdAt: closedAt })] },
      "R-24",
      "Another row of this partner on this opportunity counts",
      null,
    ],
    [
      "Added After Close",
      { attributions: [late] },
      "R-22",
      "Twilio sales added the partner after the close, and no approved deal registration holds",
      "The partner can submit a deal registration, the partner account manager approve it, and a program administrator its late claim (R-23)",
    ],
    [
      "Registration Not Approved",
      { attributions: [registered] },
      "R-23",
      "No deal registration of this partner for this opportunity is approved",
      "The partner account manager can decide the deal registration (R-23)",
    ],
    [
      "Registration Submitted After Close",
      { attributions: [registered], registrations: [registration({ submittedAt: closedAt + 1 })] },
      "R-23",
      "The approved deal registration was submitted after the close, without an approved late claim",
      "A program administrator can approve the late claim (R-23)",
    ],
    [
      "No eARR",
      { opportunity: { ...deal, earr: null } },
      "R-20",
      "No eARR is recorded",
      "The account executive can record the eARR (R-20)",
    ],
    [
      "Professional Services Only",
      { opportunity: { ...deal, lines: [line("Professional Services", 5)] } },
      "R-20",
      "Every line is professional services",
      null,
    ],
    [
      "Currency Rate Missing",
      { opportunity: { ...deal, currencyCode: "EUR" } },
      "R-21",
      "No exchange rate to US dollars is in force on the close date",
      "A Salesforce administrator can add the dated exchange rate (R-21)",
    ],
  ])("R-27 %s", (_case, given, rule, clause, advice) => {
    expect(explained(given)).toMatchObject({ rule, clause, advice });
  });

  test("R-25 a resale that was not authorised counts, and says what was missing", () => {
    const found = explained({ attributions: [attribution({ role: "Resold" })] });
    expect(found).toMatchObject({ status: "Counted", reason: null, isResaleUnauthorized: true });
    expect(found.advice).toBe(
      "Counts in full, partly or wholly as influenced; for resale the invitation and the Resale Partner Addendum " +
        "must be in force on the close date (a program administrator records both), and some product families are never resold (R-25)",
    );
  });

  test("R-27 an opportunity that nobody may read by name is shown without one", () => {
    const { name: _name, ...nameless } = deal;
    expect(explained({ opportunity: nameless }).opportunityName).toBeNull();
    expect(explained({})).toMatchObject({
      attributionId: "attr1",
      opportunityId: "opp1",
      opportunityName: "Deal",
      closeDate: "2023-05-01",
      creditUsd: new Big(1000),
      resoldUsd: new Big(0),
    });
  });
});

describe("R-10..R-12 the windows in which a counted row is, as of 2024-03-15", () => {
  test.each([
    ["2022-12-31", []],
    ["2023-01-01", ["annual"]],
    ["2023-03-16", ["annual"]],
    ["2023-03-17", ["trailing", "annual"]],
    ["2023-12-31", ["trailing", "annual"]],
    ["2024-01-01", ["trailing", "yearToDate"]],
    ["2024-03-15", ["trailing", "yearToDate"]],
    ["2024-03-16", ["future"]],
  ])("R-11 closed on %s: %p", (closeDate, windows) => {
    expect(explained({ opportunity: { ...deal, closeDate } }, "2024-03-15").windows).toEqual(windows);
    expect(explained({ opportunity: { ...deal, closeDate, earr: null } }, "2024-03-15").windows).toEqual([]);
  });
});
