/** The shortest ways to the next tier, by name. */
import Big from "big.js";
import { evaluatePartner } from "../../sync-service/program/evaluatePartner.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import type { TierName } from "../../sync-service/program/facts.ts";
import { type OpenDeal, openDeals } from "../../sync-service/program/openDeals.ts";
import { dealsToWin, waysToNextTier } from "../../sync-service/program/waysToNextTier.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, partner, revenue, trained } from "./sample.ts";
import { attribution, closedAt, inUsd, opportunity, registration } from "./sampleDeals.ts";
import { input } from "./sampleDecisions.ts";

const deal = (opportunityId: string, usd: number): OpenDeal => ({
  opportunityId,
  opportunityName: null,
  closeDate: "2023-12-01",
  creditUsd: new Big(usd),
});
const chosen = (gap: number | string, ...deals: OpenDeal[]) => {
  const ways = dealsToWin(new Big(gap), deals);
  return {
    ids: ways.deals.map(({ opportunityId }) => opportunityId),
    isEnough: ways.isEnough,
    sum: ways.sumUsd.toFixed(2),
  };
};

describe("R-2 the fewest open deals that close the eARR gap", () => {
  const [ten, twenty, forty] = [deal("ten", 10), deal("twenty", 20), deal("forty", 40)];
  test.each([
    ["one that just suffices", "20", ["twenty"], true],
    ["a cent more takes the next larger", "20.01", ["forty"], true],
    ["two, the second no larger than needed", "45", ["forty", "ten"], true],
    ["two, a cent above", "50.01", ["forty", "twenty"], true],
    ["all of them", "70", ["forty", "twenty", "ten"], true],
    ["all of them are not enough", "70.01", ["forty", "twenty", "ten"], false],
  ])("%s", (_case, gap, ids, isEnough) => {
    expect(chosen(gap, ten, forty, twenty)).toMatchObject({ ids, isEnough });
    expect(chosen(gap, twenty, ten, forty)).toMatchObject({ ids, isEnough });
  });

  test("where there is none, none is named", () => {
    expect(chosen(1)).toEqual({ ids: [], isEnough: false, sum: "0.00" });
  });

  test("of equal ones the same one whatever their order", () => {
    expect(chosen(5, deal("b", 5), deal("a", 5)).ids).toEqual(["b"]);
    expect(chosen(5, deal("a", 5), deal("b", 5)).ids).toEqual(["b"]);
  });
});

describe("open deals that would count if they were won today", () => {
  const context = { policy: policy2023, conversion: inUsd, standingOf: () => ({ agreements: [], benefits: [] }) };
  const open = opportunity({ isWon: false, isClosed: false, closeDate: "2024-02-01", earr: new Big(700) });
  const found = (...facts: Parameters<typeof openDeals>[0] extends Iterable<infer C> ? C[] : never) =>
    openDeals(facts, "p1", context, asOf).map(({ creditUsd }) => creditUsd.toFixed(2));

  test("R-22 one that Twilio sales added, with its planned close", () => {
    const [first] = openDeals(
      [{ opportunity: open, attributions: [attribution()], registrations: [] }],
      "p1",
      context,
      asOf,
    );
    expect(first).toMatchObject({ opportunityName: "Deal", closeDate: "2024-02-01" });
    expect(first?.creditUsd.toFixed(2)).toBe("700.00");
  });

  test.each([
    ["R-23 a registration that is not approved", [registration({ status: "Submitted" })], []],
    ["R-23 an approved registration", [registration()], ["700.00"]],
  ])("%s", (_case, registrations, expected) => {
    const row = attribution({ source: "Deal Registration", createdAt: closedAt });
    expect(found({ opportunity: open, attributions: [row], registrations })).toEqual(expected);
  });

  test("R-20 one without eARR, one of another partner and one already closed are no way", () => {
    const other = attribution({ partnerId: "p2" });
    const cases = [
      { opportunity: { ...open, earr: null }, attributions: [attribution()], registrations: [] },
      { opportunity: { ...open, earr: new Big(0) }, attributions: [attribution()], registrations: [] },
      { opportunity: open, attributions: [other], registrations: [] },
      { opportunity: opportunity(), attributions: [attribution()], registrations: [] },
      { opportunity: opportunity({ isWon: false }), attributions: [attribution()], registrations: [] },
    ];
    expect(found(...cases)).toEqual([]);
  });

  test("R-24 two rows of the partner are one deal; the largest comes first", () => {
    const twice = [attribution(), attribution({ id: "attr2" })];
    const larger = { ...open, id: "opp2", earr: new Big(900) };
    const cases = [
      { opportunity: open, attributions: twice, registrations: [] },
      { opportunity: larger, attributions: [attribution({ opportunityId: "opp2" })], registrations: [] },
    ];
    expect(found(...cases)).toEqual(["900.00", "700.00"]);
  });
});

describe("people and papers", () => {
  const ways = (given: Partial<DecisionInput>, tierAfter: TierName = "Bronze", people: readonly string[] = []) => {
    const facts = input(given);
    const evaluation = evaluatePartner(facts, policy2023, asOf);
    const named = people.map((contactId) => ({ contactId, name: contactId.toUpperCase() }));
    return waysToNextTier({ input: facts, evaluation, tierAfter, openDeals: [], people: named }, policy2023, asOf);
  };
  const row = (contactId: string, course: string, expiresDate: string | null = null) => ({
    contactId,
    partnerId: "p1",
    course,
    completedDate: "2022-01-01",
    expiresDate,
  });

  test("R-28 those one course short, the nearest first; nobody who counts already", () => {
    const training = [
      row("tech", "Twilio_Platform"),
      row("seller", "Sellers_Series_101"),
      row("late", "Twilio_Platform", "2023-10-15"),
      row("last day", "Twilio_Platform", asOf),
    ];
    const { technical, sales } = ways({ training }, "Bronze", ["new", "tech", "seller", "late", "last day"]);
    expect(technical).toMatchObject({ gap: 8, isEnough: false });
    expect(technical?.people).toMatchObject([
      { contactId: "late", name: "LATE", closeness: "Expired", expiredOn: "2023-10-15", courses: ["Twilio platform"] },
      { contactId: "seller", closeness: "Trained Otherwise", expiredOn: null },
      { contactId: "new", closeness: "Untrained" },
    ]);
    expect(sales?.people.map(({ contactId }) => contactId)).toEqual(["last day", "tech", "late", "new"]);
  });

  test("R-29 a Segment/Engage-focused partner may send sellers to either course", () => {
    const focused = { partner: partner({ focus: ["Segment/Engage"] }) };
    expect(ways(focused, "Bronze", ["new"]).sales?.people[0]?.courses).toEqual([
      "Sellers Series 101",
      "Segment sales training",
    ]);
  });

  test("R-35 where there is no gap, no way is named", () => {
    const given = { revenue: revenue(200_000), training: trained(10, 5) };
    expect(ways(given)).toMatchObject({ nextTier: "Silver", deals: null, technical: null, sales: null });
    expect(ways(given, "Gold")).toMatchObject({ nextTier: null, deals: null, technical: null, sales: null });
  });

  test("R-7 a missing baseline comes first, and says whether it ended or never was", () => {
    expect(ways({ agreements: [] }, "Registered").papers).toEqual([
      { type: "Baseline Partner Agreement", state: "Unsigned", date: null, opens: [] },
    ]);
    const ended = agreement("Baseline Partner Agreement", { endDate: "2023-10-15" });
    expect(ways({ agreements: [ended] }, "Registered").papers).toMatchObject([
      { state: "Expired", date: "2023-10-15" },
    ]);
    const renewed = agreement("Baseline Partner Agreement", { effectiveDate: "2023-10-17" });
    expect(ways({ agreements: [ended, renewed] }, "Registered").papers).toMatchObject([
      { state: "Not Yet Effective", date: "2023-10-17" },
    ]);
  });

  test("R-8 nobody else's agreement will do", () => {
    const foreign = agreement("Baseline Partner Agreement", { partnerId: "p2", endDate: "2023-01-01" });
    expect(ways({ agreements: [foreign] }, "Registered").papers).toMatchObject([{ state: "Unsigned" }]);
  });

  test("R-32 addenda are named with the benefits of the next tier that need them, in the partner's scope", () => {
    const { papers } = ways({ partner: partner({ focus: ["Communications"] }) });
    expect(papers).toEqual([
      { type: "Resale Partner Addendum", state: "Unsigned", date: null, opens: ["Market Development Funds"] },
      { type: "MDF/POC Program Terms", state: "Unsigned", date: null, opens: ["Market Development Funds"] },
    ]);
    expect(ways({}, "Registered").papers).toEqual([]);
  });
});
