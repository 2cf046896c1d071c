/** Ways to the next tier in detail: ..R-24, R-28, R-32. */
import Big from "big.js";
import { evaluatePartner } from "../../sync-service/program/evaluatePartner.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { missingPapers } from "../../sync-service/program/missingPapers.ts";
import { openDeals } from "../../sync-service/program/openDeals.ts";
import { candidates } from "../../sync-service/program/trainingCandidates.ts";
import { waysToNextTier } from "../../sync-service/program/waysToNextTier.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, partner, revenue } from "./sample.ts";
import { attribution, closedAt, inUsd, opportunity } from "./sampleDeals.ts";
import { input } from "./sampleDecisions.ts";

const row = (contactId: string, given = {}) => ({
  contactId,
  partnerId: "p1",
  course: "Twilio_Platform",
  completedDate: "2022-01-01",
  expiresDate: null,
  ...given,
});

describe("R-2 deals and people that close the gap", () => {
  const deal = { opportunityId: "o1", opportunityName: "Deal", closeDate: "2023-12-01", creditUsd: new Big(15_000) };
  const ways = (given: Partial<DecisionInput>, people: string[] = []) => {
    const facts = input(given);
    const evaluation = evaluatePartner(facts, policy2023, asOf);
    const named = people.map((contactId) => ({ contactId, name: null }));
    const one = { input: facts, evaluation, tierAfter: "Registered" as const, openDeals: [deal], people: named };
    return waysToNextTier(one, policy2023, asOf);
  };
  test.each([
    [5_000, "15000.00", true],
    ["4999.99", "15000.01", false],
  ])("R-2 %s of 20,000 dollars: a deal of 15,000 for a gap of %s is enough: %s", (earr, gap, isEnough) => {
    const { deals } = ways({ revenue: revenue(earr) });
    expect([deals?.gapUsd.toFixed(2), deals?.deals, deals?.isEnough]).toEqual([gap, [deal], isEnough]);
  });

  test.each([
    [["a", "b"], false],
    [["a", "b", "c"], true],
    [["a", "b", "c", "d"], true],
  ])("R-28 three technical resources are missing, %p could be trained: enough %s", (people, isEnough) => {
    expect(ways({}, people).technical).toMatchObject({ gap: 3, isEnough });
  });
});

describe("R-28 people one course short", () => {
  const found = (training: DecisionInput["training"], ...people: { contactId: string; name: string | null }[]) =>
    candidates("Technical", [], { input: { partner: partner(), training }, people }, policy2023, asOf);

  test("R-28 equally near ones come by name, nameless ones first, namesakes by id", () => {
    const people = [
      { contactId: "c1", name: "Zoe" },
      { contactId: "c5", name: "Ann" },
      { contactId: "c3", name: null },
      { contactId: "c4", name: "Ann" },
    ];
    for (const given of [people, people.toReversed()])
      expect(found([], ...given).map(({ contactId }) => contactId)).toEqual(["c3", "c4", "c5", "c1"]);
  });

  test("R-28 of several expiries the last one is told", () => {
    const training = ["2021-05-01", "2023-05-01", "2022-05-01"].map((expiresDate) => row("c1", { expiresDate }));
    for (const given of [training, training.toReversed()])
      expect(found(given, { contactId: "c1", name: "A" })).toMatchObject([
        { closeness: "Expired", expiredOn: "2023-05-01" },
      ]);
  });

  test.each([
    ["on its last day", asOf],
    ["the day after", "2023-10-15"],
    ["years after", "2021-01-01"],
  ])("R-28 a course that was never completed has not expired, %s", (_when, expiresDate) => {
    const training = [row("c1", { completedDate: null, expiresDate })];
    expect(found(training, { contactId: "c1", name: "A" })).toMatchObject([
      { closeness: "Untrained", expiredOn: null },
    ]);
  });

  test.each([
    ["runs out today", asOf, { closeness: "Trained Otherwise", expiredOn: null }],
    ["ran out yesterday", "2023-10-15", { closeness: "Expired", expiredOn: "2023-10-15" }],
  ])("R-28 a completed course that %s", (_when, expiresDate, expected) => {
    const training = [row("c1", { completedDate: "2022-10-15", expiresDate })];
    expect(found(training, { contactId: "c1", name: "A" })).toMatchObject([expected]);
  });

  test("R-28 a course that begins tomorrow and ends next year has not expired", () => {
    const training = [row("c1", { completedDate: "2023-10-17", expiresDate: "2024-10-17" })];
    expect(found(training, { contactId: "c1", name: "A" })).toMatchObject([
      { closeness: "Untrained", expiredOn: null },
    ]);
  });
});

describe("R-7, R-32 papers that are missing", () => {
  const papers = (
    agreements: DecisionInput["agreements"],
    tier: "Registered" | "Silver" = "Registered",
    policy = policy2023,
  ) => missingPapers({ partner: partner(), agreements }, tier, policy, asOf);
  const type = "Baseline Partner Agreement";

  test("R-7 of several that begin later the next one, of several that ended the last one", () => {
    const later = ["2024-03-01", "2023-11-01", "2024-01-01"].map((effectiveDate) => agreement(type, { effectiveDate }));
    const ended = ["2021-12-31", "2022-12-31", "2020-12-31"].map((endDate) => agreement(type, { endDate }));
    for (const [one, two] of [
      [later, ended],
      [later.toReversed(), ended.toReversed()],
    ] as const) {
      expect(papers(one)).toMatchObject([{ state: "Not Yet Effective", date: "2023-11-01" }]);
      expect(papers(two)).toMatchObject([{ state: "Expired", date: "2022-12-31" }]);
    }
  });

  test("R-7 another agreement that ended says nothing of the baseline", () => {
    const addendum = agreement("Resale Partner Addendum", { endDate: "2022-12-31" });
    expect(papers([addendum])).toMatchObject([{ type, state: "Unsigned", date: null }]);
  });

  test("R-32 what an addendum opens comes in the order of the matrix, however the policy lists it", () => {
    const turned = { ...policy2023, benefitRules: policy2023.benefitRules.toReversed() };
    expect(papers([agreement()], "Silver", turned).map(({ opens }) => opens)).toEqual([
      ["Market Development Funds", "Proof Of Concept Funding", "Reseller Program"],
      ["Market Development Funds", "Proof Of Concept Funding"],
    ]);
  });
});

describe("R-24 an open deal with a row that would not count before one that would", () => {
  test("R-24 is a way all the same", () => {
    const early = attribution({ id: "a", source: "Deal Registration", createdAt: closedAt - 9 });
    const open = { opportunity: opportunity({ isClosed: false, isWon: false }), attributions: [early, attribution()] };
    const context = { policy: policy2023, conversion: inUsd, standingOf: () => ({ agreements: [], benefits: [] }) };
    const [way] = openDeals([{ ...open, registrations: [] }], "p1", context, asOf);
    expect(way?.creditUsd.toFixed(2)).toBe("1000.00");
  });
});
