import { rankOf, TIERS } from "../tierRank";

describe("the order of tiers", () => {
  it("rises from no tier to Global Strategic (R-1, R-4)", () => {
    expect([null, ...TIERS].map(rankOf)).toEqual([-1, 0, 1, 2, 3, 4]);
  });
});
