/** The rows that approved deal registrations add, and which of several rows counts. */
import Big from "big.js";
import type { AttributionFacts } from "../../sync-service/program/facts.ts";
import { registeredAttributions } from "../../sync-service/program/registeredAttributions.ts";
import { policy2023 } from "./samplePolicy.ts";
import { attribution, closedAt, judge, opportunity, registration, verdictOn } from "./sampleDeals.ts";

const added = (...given: Parameters<typeof registration>[0][]) =>
  registeredAttributions(
    opportunity(),
    [],
    given.map((one) => registration(one)),
  ).map((row) => row.registrationId);

describe("R-23 the registration that a new row links", () => {
  test.each([
    [
      "the one submitted first",
      [
        { id: "a", submittedAt: 2 },
        { id: "b", submittedAt: 1 },
      ],
      "b",
    ],
    [
      "of one instant, the first id",
      [
        { id: "b", submittedAt: 1 },
        { id: "a", submittedAt: 1 },
      ],
      "a",
    ],
    [
      "one without a submission time comes last",
      [
        { id: "a", submittedAt: null },
        { id: "b", submittedAt: 9 },
      ],
      "b",
    ],
    [
      "none has a submission time: the first id",
      [
        { id: "b", submittedAt: null },
        { id: "a", submittedAt: null },
      ],
      "a",
    ],
    ["only approved ones", [{ id: "a", status: "Rejected" as const }, { id: "b" }], "b"],
    ["only those for this opportunity", [{ id: "a", opportunityId: "opp2" }, { id: "b" }], "b"],
    ["only those matched to an opportunity", [{ id: "a", opportunityId: null }, { id: "b" }], "b"],
  ])("R-23 %s", (_case, given, linked) => {
    expect(added(...given)).toEqual([linked]);
    expect(added(...given.toReversed())).toEqual([linked]);
  });

  test("R-23 a new row is an influenced one that nobody has judged yet", () => {
    expect(registeredAttributions(opportunity({ id: "opp1" }), [], [registration()])).toEqual([
      {
        id: null,
        opportunityId: "opp1",
        partnerId: "p1",
        source: "Deal Registration",
        role: "Influenced",
        registrationId: "reg1",
        createdAt: null,
        stored: { status: null, reason: null, creditUsd: null, isResaleUnauthorized: false },
      },
    ]);
  });

  test("R-23 each partner without a row gets one, in the order of their ids", () => {
    for (const ids of [
      ["p3", "p1", "p2"],
      ["p1", "p2", "p3"],
    ]) {
      const claims = ids.map((partnerId, index) => registration({ id: `r${index}`, partnerId }));
      const rows = registeredAttributions(opportunity(), [attribution({ partnerId: "p2" })], claims);
      expect(rows.map((row) => row.partnerId)).toEqual(["p1", "p3"]);
    }
  });
});

describe("R-23 late claims by the policy", () => {
  test("R-23 a policy that needs no late claim takes a late registration", () => {
    const row = attribution({ source: "Deal Registration" });
    const lateOne = registration({ submittedAt: closedAt + 1 });
    const lenient = { ...policy2023, isLateClaimNeeded: false };
    expect(verdictOn(opportunity(), [row], [lateOne], undefined, lenient).status).toBe("Counted");
    expect(verdictOn(opportunity(), [row], [lateOne]).reason).toBe("Registration Submitted After Close");
  });

  test("R-23 one timely registration among late ones is enough", () => {
    const row = attribution({ source: "Deal Registration" });
    const claims = [registration({ id: "a", submittedAt: closedAt + 1 }), registration({ id: "b" })];
    for (const given of [claims, claims.toReversed()])
      expect(verdictOn(opportunity(), [row], given)).toMatchObject({ status: "Counted", rule: "R-23" });
  });
});

describe("R-24, R-27 rows of one partner on one opportunity", () => {
  const kept = { status: "Counted", reason: null, creditUsd: new Big(1000), isResaleUnauthorized: false } as const;
  test.each<[string, Partial<AttributionFacts["stored"]>, boolean]>([
    ["the same", {}, false],
    ["another status", { status: "Pending" }, true],
    ["another reason", { reason: "No eARR" }, true],
    ["another credit", { creditUsd: new Big("1000.01") }, true],
    ["no credit", { creditUsd: null }, true],
    ["flagged as not authorised", { isResaleUnauthorized: true }, true],
  ])("R-27 stored verdict %s: written %s", (_case, given, isChanged) => {
    const [row] = judge(opportunity(), [attribution({ stored: { ...kept, ...given } })]).attributions;
    expect(row).toMatchObject({ isNew: false, isChanged });
  });

  test("R-24 a row of Twilio sales counts before one that registration would add", () => {
    const sales = attribution({ id: "z", source: "Deal Registration", createdAt: closedAt - 9 });
    const other = attribution({ id: "y", createdAt: closedAt - 5 });
    const { attributions } = judge(opportunity(), [other, sales]);
    expect(attributions.map((a) => [a.attribution.id, a.verdict.reason, a.verdict.rule])).toEqual([
      ["z", "Duplicate", "R-24"],
      ["y", null, "R-22"],
    ]);
  });

  test("R-27 nothing of a row that does not count is credited", () => {
    const open = verdictOn(opportunity({ isWon: false, isClosed: false }), [attribution({ role: "Resold" })]);
    expect(open).toEqual({
      status: "Pending",
      reason: null,
      creditUsd: new Big(0),
      influencedUsd: new Big(0),
      resoldUsd: new Big(0),
      isResaleUnauthorized: false,
      rule: "R-27",
    });
    expect(verdictOn(opportunity({ isWon: false }), [attribution()])).toEqual({ ...open, status: "Lost" });
  });

  test("R-24 a deal that nobody counts adds nothing to the programme", () => {
    const { creditOnceUsd } = judge(opportunity(), [attribution({ createdAt: closedAt + 1 })]);
    expect(creditOnceUsd.toFixed(2)).toBe("0.00");
  });
});
