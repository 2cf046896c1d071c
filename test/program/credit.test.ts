/** Credit of attributions, R-24, R-26, R-27. */
import Big from "big.js";
import { judgeOpportunity } from "../../sync-service/program/credit.ts";
import { policy2023 } from "./samplePolicy.ts";
import { attribution, closedAt, inUsd, judge, opportunity, registration } from "./sampleDeals.ts";

const late = closedAt + 1;

describe("R-24 several rows, several partners", () => {
  const early = attribution({ id: "b", createdAt: closedAt - 5 });
  const twin = attribution({ id: "B", createdAt: closedAt - 5 });
  const after = attribution({ id: "a", createdAt: late });

  test.each([
    ["the earliest valid row counts", [early, after], ["b"]],
    ["of rows of one instant, the first id in ASCII order", [early, twin], ["B"]],
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

  test.each([
    ["earlier", "z", "a"],
    ["later", "a", "z"],
  ])("R-24 of two valid rows the one created first counts, its id coming %s or not", (_order, firstId, secondId) => {
    const first = attribution({ id: firstId, createdAt: closedAt - 9 });
    const second = attribution({ id: secondId, createdAt: closedAt - 1 });
    for (const rows of [
      [first, second],
      [second, first],
    ]) {
      const counted = judge(opportunity(), rows).attributions.filter((a) => a.verdict.status === "Counted");
      expect(counted.map((a) => a.attribution.id)).toEqual([firstId]);
    }
  });

  test("R-24 the programme counts a deal that one of two partners took part in", () => {
    const rows = [attribution(), attribution({ id: "x", partnerId: "p2", createdAt: late })];
    expect(judge(opportunity(), rows).creditOnceUsd.toFixed(2)).toBe("1000.00");
  });

  test("R-24 a duplicate stays one where the valid row has no eARR", () => {
    const { attributions } = judge(opportunity({ earr: null }), [early, twin]);
    expect(attributions.map((a) => a.verdict.reason)).toEqual(["No eARR", "Duplicate"]);
  });

  test("R-24 each partner gets the full eARR, the programme counts it once", () => {
    const rows = [attribution(), attribution({ id: "x", partnerId: "p2" })];
    const judged = judge(opportunity(), rows);
    expect(judged.attributions.map((a) => a.verdict.creditUsd.toFixed(2))).toEqual(["1000.00", "1000.00"]);
    expect(judged.creditOnceUsd.toFixed(2)).toBe("1000.00");
  });
});

describe("R-26, R-27 verdicts follow the opportunity as it stands", () => {
  test.each([
    ["open", { isWon: false, isClosed: false }, "Pending"],
    ["lost", { isWon: false, isClosed: true }, "Lost"],
  ])("R-27 %s: %s, with no credit, also for a second row", (_s, given, status) => {
    const rows = [attribution(), attribution({ id: "x" })];
    const { attributions, creditOnceUsd } = judge(opportunity(given), rows);
    expect(attributions.map((a) => a.verdict.status)).toEqual([status, status]);
    expect(creditOnceUsd.toFixed(2)).toBe("0.00");
  });

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
