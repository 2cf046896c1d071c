/** Credit of attributions, R-19..R-27, on both sides of every line. */
import Big from "big.js";
import { judgeOpportunity } from "../../sync-service/program/credit.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  attribution,
  closedAt,
  inUsd,
  judge,
  line,
  opportunity,
  registration,
  verdictOn,
} from "./sample.ts";

const late = closedAt + 1;
const sales = (createdAt: number) => [attribution({ createdAt })];
const registered = [
  attribution({ source: "Deal Registration", createdAt: late }),
];

describe("R-22 participation by Twilio sales", () => {
  test.each([
    ["a millisecond before the close", closedAt - 1, "Counted", null],
    ["in the same instant", closedAt, "Counted", null],
    ["a millisecond after", late, "Excluded", "Added After Close"],
  ])("R-22 added %s: %s", (_when, createdAt, status, reason) => {
    expect(verdictOn(opportunity(), sales(createdAt))).toMatchObject({
      status,
      reason,
      rule: "R-22",
    });
  });

  test("R-22 a policy may say that the same instant is too late", () => {
    const strict = { ...policy2023, isSameInstantCounted: false };
    const verdict = verdictOn(
      opportunity(),
      sales(closedAt),
      [],
      undefined,
      strict,
    );
    expect(verdict.reason).toBe("Added After Close");
  });

  test("R-22 a deal registration row created before the close is not yet participation", () => {
    const row = attribution({
      source: "Deal Registration",
      createdAt: closedAt - 1,
    });
    expect(verdictOn(opportunity(), [row]).reason).toBe(
      "Registration Not Approved",
    );
  });
});

describe("R-23 participation by deal registration", () => {
  test.each([
    ["submitted in the instant of the close", { submittedAt: closedAt }, null],
    [
      "submitted after the close",
      { submittedAt: late },
      "Registration Submitted After Close",
    ],
    [
      "without a submission time",
      { submittedAt: null },
      "Registration Submitted After Close",
    ],
    [
      "late with an approved late claim",
      { submittedAt: late, isLateClaimApproved: true },
      null,
    ],
    [
      "no time, but an approved late claim",
      { submittedAt: null, isLateClaimApproved: true },
      null,
    ],
    [
      "still submitted",
      { status: "Submitted" as const },
      "Registration Not Approved",
    ],
    ["of another partner", { partnerId: "p2" }, "Registration Not Approved"],
    [
      "for another opportunity",
      { opportunityId: "opp2" },
      "Registration Not Approved",
    ],
    ["long expired by its date", { expiresDate: "2020-01-01" }, null],
  ])("R-23 registration %s", (_case, given, reason) => {
    const { attributions } = judge(opportunity(), registered, [
      registration(given),
    ]);
    const verdict = attributions[0]?.verdict;
    expect(verdict?.reason).toBe(reason);
    expect(verdict?.status).toBe(reason === null ? "Counted" : "Excluded");
  });

  test("R-23 an approved registration saves a row that sales added too late", () => {
    expect(
      verdictOn(opportunity(), sales(late), [registration()]),
    ).toMatchObject({ status: "Counted", rule: "R-23" });
  });

  test("R-27 a late registration leaves a late sales row as added after close", () => {
    const given = registration({ submittedAt: late });
    expect(verdictOn(opportunity(), sales(late), [given]).reason).toBe(
      "Added After Close",
    );
  });

  test.each([
    ["open", { isWon: false, isClosed: false }, "Pending", null],
    ["lost", { isWon: false }, "Lost", null],
    ["won", {}, "Counted", null],
  ])(
    "R-23 approval adds the partner to an opportunity that is %s",
    (_state, given, status, reason) => {
      const { attributions } = judge(
        opportunity(given),
        [],
        [registration({ id: "reg2" }), registration({ id: "reg1" })],
      );
      expect(attributions).toHaveLength(1);
      expect(attributions[0]).toMatchObject({
        isNew: true,
        isChanged: true,
        attribution: {
          id: null,
          source: "Deal Registration",
          role: "Influenced",
          registrationId: "reg1",
        },
        verdict: { status, reason },
      });
    },
  );

  test("R-23 a late registration adds the row too, and it is judged at once", () => {
    const rows = [registration({ submittedAt: late })];
    expect(verdictOn(opportunity(), [], rows).reason).toBe(
      "Registration Submitted After Close",
    );
  });

  test("R-23 no second row where the partner has one", () => {
    const { attributions } = judge(opportunity(), sales(late), [
      registration(),
    ]);
    expect(attributions.map((a) => a.isNew)).toEqual([false]);
  });
});

describe("R-24 several rows, several partners", () => {
  const early = attribution({ id: "b", createdAt: closedAt - 5 });
  const twin = attribution({ id: "B", createdAt: closedAt - 5 });
  const after = attribution({ id: "a", createdAt: late });

  test.each([
    ["the earliest valid row counts", [early, after], ["b"]],
    [
      "of rows of one instant, the first id in ASCII order",
      [early, twin],
      ["B"],
    ],
    ["whatever their order", [after, twin, early], ["B"]],
    ["an invalid row does not stand in the way", [after], []],
  ])("R-24 %s", (_what, rows, counted) => {
    const { attributions } = judge(opportunity(), rows);
    const winners = attributions.filter((a) => a.verdict.status === "Counted");
    expect(winners.map((a) => a.attribution.id)).toEqual(counted);
    const others = attributions.filter((a) => a.verdict.status === "Excluded");
    expect(others.map((a) => a.verdict.reason)).toEqual(
      others.map(() => (counted.length ? "Duplicate" : "Added After Close")),
    );
  });

  test("R-24 a duplicate stays one where the valid row has no eARR", () => {
    const { attributions } = judge(opportunity({ earr: null }), [early, twin]);
    expect(attributions.map((a) => a.verdict.reason)).toEqual([
      "No eARR",
      "Duplicate",
    ]);
  });

  test("R-24 each partner gets the full eARR, the programme counts it once", () => {
    const rows = [attribution(), attribution({ id: "x", partnerId: "p2" })];
    const judged = judge(opportunity(), rows);
    expect(
      judged.attributions.map((a) => a.verdict.creditUsd.toFixed(2)),
    ).toEqual(["1000.00", "1000.00"]);
    expect(judged.creditOnceUsd.toFixed(2)).toBe("1000.00");
  });
});

describe("R-20 the opportunity's eARR", () => {
  const ps = "Professional Services";
  test.each([
    ["no lines: its own field", [], "500", "500.00", null],
    ["no lines and a field of 0: a figure", [], "0", "0.00", null],
    ["no lines, blank field", [], null, "0.00", "No eARR"],
    ["lines win over the field", [line("Flex", 7)], "500", "7.00", null],
    [
      "negative lines included",
      [line("Flex", 7), line("Flex", -9)],
      null,
      "-2.00",
      null,
    ],
    ["services left out", [line("Flex", 7), line(ps, 90)], null, "7.00", null],
    [
      "a line without family is no service",
      [line(null, 7)],
      null,
      "7.00",
      null,
    ],
    [
      "other lines all blank",
      [line("Flex", null), line(ps, 5)],
      "500",
      "0.00",
      "No eARR",
    ],
    [
      "one blank, one given",
      [line("Flex", null), line("Flex", 5)],
      null,
      "5.00",
      null,
    ],
    ["a line of 0 is a figure", [line("Flex", 0)], null, "0.00", null],
    [
      "services only",
      [line(ps, 5)],
      "500",
      "0.00",
      "Professional Services Only",
    ],
    [
      "services only, blank",
      [line(ps, null)],
      null,
      "0.00",
      "Professional Services Only",
    ],
  ])("R-20 %s", (_case, lines, own, credit, reason) => {
    const deal = opportunity({
      lines,
      earr: own === null ? null : new Big(own),
    });
    const verdict = verdictOn(deal, [attribution()]);
    expect(verdict.creditUsd.toFixed(2)).toBe(credit);
    expect(verdict.reason).toBe(reason);
  });
});

describe("R-26, R-27 verdicts follow the opportunity as it stands", () => {
  test.each([
    ["open", { isWon: false, isClosed: false }, "Pending"],
    ["lost", { isWon: false, isClosed: true }, "Lost"],
  ])(
    "R-27 %s: %s, with no credit, also for a second row",
    (_s, given, status) => {
      const rows = [attribution(), attribution({ id: "x" })];
      const { attributions, creditOnceUsd } = judge(opportunity(given), rows);
      expect(attributions.map((a) => a.verdict.status)).toEqual([
        status,
        status,
      ]);
      expect(creditOnceUsd.toFixed(2)).toBe("0.00");
    },
  );

  test("R-27 an account that is no partner carries no verdict", () => {
    const judged = judgeOpportunity(
      {
        opportunity: opportunity(),
        attributions: [attribution()],
        registrations: [registration({ partnerId: "p2" })],
      },
      { policy: policy2023, conversion: inUsd, standingOf: () => null },
    );
    expect(judged.attributions).toEqual([]);
  });

  test("R-27 a stored verdict that still holds is not written again", () => {
    const kept = attribution({
      stored: {
        status: "Counted",
        reason: null,
        creditUsd: new Big("1000.00"),
        isResaleUnauthorized: false,
      },
    });
    expect(judge(opportunity(), [kept]).attributions[0]?.isChanged).toBe(false);
    const changed = judge(opportunity({ earr: new Big(1) }), [kept]);
    expect(changed.attributions[0]?.isChanged).toBe(true);
  });
});
