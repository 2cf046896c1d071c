/** Boundary cases of a run: counted all, listed up to a cap, in whatever order they come. */
import { BoundaryList, mostListedCases } from "../../sync-service/program/boundaryList.ts";
import type { BoundaryCase, BoundaryKind } from "../../sync-service/program/sentinel.ts";

const found = (n: number, kind: BoundaryKind = "Close Year Differs"): BoundaryCase => ({
  kind,
  rule: "R-9",
  opportunityId: `006${String(n).padStart(6, "0")}`,
  attributionId: null,
  partnerId: null,
});

describe("R-9 closings on a boundary are listed", () => {
  test("none", () => {
    expect(new BoundaryList().summary()).toEqual({ total: 0, byKind: {}, listed: [] });
  });

  test("by kind, and by opportunity", () => {
    const list = new BoundaryList();
    list.add([found(2), found(1, "Close Date In Future")]);
    list.add([found(1)]);
    expect(list.summary()).toEqual({
      total: 3,
      byKind: { "Close Date In Future": 1, "Close Year Differs": 2 },
      listed: [found(1, "Close Date In Future"), found(1), found(2)],
    });
  });

  test("kinds are listed by name, whichever came first", () => {
    const kinds = ["Reopened To Attach", "Added Just After Close", "Close Year Differs"] as const;
    for (const order of [kinds, kinds.toReversed()]) {
      const list = new BoundaryList();
      list.add(order.map((kind, n) => found(n, kind)));
      expect(Object.keys(list.summary().byKind)).toEqual([kinds[1], kinds[2], kinds[0]]);
    }
  });

  test("very many are all counted, and the same first ones listed whatever their order", () => {
    const all = Array.from({ length: 20 * mostListedCases }, (_, n) => found(n));
    const [upwards, downwards] = [new BoundaryList(), new BoundaryList()];
    for (const each of all) upwards.add([each]);
    for (const each of all.toReversed()) downwards.add([each]);
    expect(upwards.summary()).toEqual(downwards.summary());
    expect(upwards.summary()).toMatchObject({ total: all.length, listed: all.slice(0, mostListedCases) });
  });
});
