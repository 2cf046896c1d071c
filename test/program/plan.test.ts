/** Plans and their hash (design: Runs, plans, approvals). */
import { sha256 } from "../../sync-service/program/evidence.ts";
import { planOf } from "../../sync-service/program/plan.ts";
import { policy2023 } from "./samplePolicy.ts";
import { benefit, partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const auto = { ...policy2023, annualAutoPublishDate: "2024-01-15" };
const gold = partner({ stored: stored({ tier: "Gold" }) });
const demoted = (id: string, policy = auto) => decide({ partner: { ...gold, id } }, policy, "2024-02-10");
const quiet = (id: string) => decide({ partner: partner({ id }) });
const advance = (id: string, earr = 200_000) =>
  decide({
    partner: partner({ id }),
    revenue: revenue(earr),
    training: trained(10, 5).map((t) => ({ ...t, partnerId: id })),
    agreements: [
      {
        id: "a",
        partnerId: id,
        type: "Baseline Partner Agreement",
        effectiveDate: "2020-01-01",
        endDate: null,
      },
    ],
  });

describe("R-16 the plan a person approves", () => {
  test("R-16 the order of partners and guards does not matter, figures and dates neither", () => {
    const plan = planOf([advance("a"), advance("b"), quiet("c")], ["X", "Y"]);
    expect(planOf([quiet("c"), advance("b", 300_000), advance("a")], ["Y", "X", "Y"]).hash).toBe(plan.hash);
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(plan.lines).toEqual([
      {
        partnerId: "a",
        tierBefore: "Registered",
        tierAfter: "Silver",
        reviewTypes: ["Mid-Year"],
        benefitsLost: [],
        policyName: "Program_2023",
      },
      expect.objectContaining({ partnerId: "b" }),
    ]);
  });

  test("R-6 a deactivated partner loses its tier by no move, and has its line", () => {
    const deactivated = decide({ partner: { ...gold, status: "Deactivated" } });
    expect(planOf([deactivated], []).lines).toMatchObject([{ tierBefore: "Gold", tierAfter: null, reviewTypes: [] }]);
  });

  test("R-16 an approval outlives a new version of the service: the hash is that of one line a partner", () => {
    const lines = '["a","Registered","Silver",["Mid-Year"],[],"Program_2023"]\nguards:X';
    expect(planOf([advance("a")], ["X"]).hash).toBe(sha256(lines));
  });

  test("R-16 another partner, guard, tier or lost benefit is another plan", () => {
    const lost = decide({
      partner: partner({ id: "a", status: "Suspended" }),
      benefits: [benefit("Partner_Portal", { partnerId: "a", storedIsAvailable: true })],
    });
    const plans = [
      planOf([], []),
      planOf([advance("a")], []),
      planOf([advance("a")], ["X"]),
      planOf([advance("b")], []),
      planOf([demoted("a")], []),
      planOf([lost], []),
    ];
    expect(new Set(plans.map((p) => p.hash)).size).toBe(plans.length);
    expect(plans[5]?.lines[0]?.benefitsLost).toEqual(["Partner_Portal"]);
  });
});
