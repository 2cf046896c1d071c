/** Participation, R-22 and R-23, on both sides of every line. */
import { participationOf } from "../../sync-service/program/participation.ts";
import { policy2023 } from "./samplePolicy.ts";
import { attribution, closedAt, judge, opportunity, registration, verdictOn } from "./sampleDeals.ts";

const late = closedAt + 1;
const sales = (createdAt: number) => [attribution({ createdAt })];
const registered = [attribution({ source: "Deal Registration", createdAt: late })];

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
    const verdict = verdictOn(opportunity(), sales(closedAt), [], undefined, strict);
    expect(verdict.reason).toBe("Added After Close");
    const before = verdictOn(opportunity(), sales(closedAt - 1), [], undefined, strict);
    expect(before).toMatchObject({ status: "Counted", rule: "R-22" });
  });

  test("R-22 a row that says nothing of its creation was not added before the close", () => {
    const row = attribution({ id: null, createdAt: null });
    expect(participationOf(row, opportunity(), "none", policy2023)).toEqual({ way: null, reason: "Added After Close" });
  });

  test("R-22 a deal registration row created before the close is not yet participation", () => {
    const row = attribution({
      source: "Deal Registration",
      createdAt: closedAt - 1,
    });
    expect(verdictOn(opportunity(), [row]).reason).toBe("Registration Not Approved");
  });
});

describe("R-23 participation by deal registration", () => {
  test.each([
    ["submitted in the instant of the close", { submittedAt: closedAt }, null],
    ["submitted after the close", { submittedAt: late }, "Registration Submitted After Close"],
    ["without a submission time", { submittedAt: null }, "Registration Submitted After Close"],
    ["late with an approved late claim", { submittedAt: late, isLateClaimApproved: true }, null],
    ["no time, but an approved late claim", { submittedAt: null, isLateClaimApproved: true }, null],
    ["still submitted", { status: "Submitted" as const }, "Registration Not Approved"],
    ["of another partner", { partnerId: "p2" }, "Registration Not Approved"],
    ["for another opportunity", { opportunityId: "opp2" }, "Registration Not Approved"],
    ["long expired by its date", { expiresDate: "2020-01-01" }, null],
  ])("R-23 registration %s", (_case, given, reason) => {
    const { attributions } = judge(opportunity(), registered, [registration(given)]);
    const verdict = attributions[0]?.verdict;
    expect(verdict?.reason).toBe(reason);
    expect(verdict?.status).toBe(reason === null ? "Counted" : "Excluded");
  });

  test("R-23 an approved registration saves a row that sales added too late", () => {
    expect(verdictOn(opportunity(), sales(late), [registration()])).toMatchObject({ status: "Counted", rule: "R-23" });
  });

  test("R-27 a late registration leaves a late sales row as added after close", () => {
    const given = registration({ submittedAt: late });
    expect(verdictOn(opportunity(), sales(late), [given]).reason).toBe("Added After Close");
  });

  test.each([
    ["open", { isWon: false, isClosed: false }, "Pending", null],
    ["lost", { isWon: false }, "Lost", null],
    ["won", {}, "Counted", null],
  ])("R-23 approval adds the partner to an opportunity that is %s", (_state, given, status, reason) => {
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
  });

  test("R-23 a late registration adds the row too, and it is judged at once", () => {
    const rows = [registration({ submittedAt: late })];
    expect(verdictOn(opportunity(), [], rows).reason).toBe("Registration Submitted After Close");
  });

  test("R-23 added rows come in the order of their partners", () => {
    const claims = [registration({ id: "r1", partnerId: "p2" }), registration({ id: "r2", partnerId: "p1" })];
    for (const rows of [claims, claims.toReversed()]) {
      const { attributions } = judge(opportunity(), [], rows);
      expect(attributions.map((a) => a.attribution.partnerId)).toEqual(["p1", "p2"]);
    }
  });

  test("R-23 a counted row added by approval says so", () => {
    expect(verdictOn(opportunity(), [], [registration()])).toMatchObject({ status: "Counted", rule: "R-23" });
  });

  test("R-23 no second row where the partner has one", () => {
    const { attributions } = judge(opportunity(), sales(late), [registration()]);
    expect(attributions.map((a) => a.isNew)).toEqual([false]);
  });
});
