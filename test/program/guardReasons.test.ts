/** What stops a run, in words, and whom it counts (design: Runs, plans, approvals). */
import type { PartnerDecision, TierMove } from "../../sync-service/program/decision.ts";
import { isDemotion, trippedGuards } from "../../sync-service/program/guards.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const down: TierMove = { type: "Annual", from: "Gold", to: "Silver", isByPerson: false };
const up: TierMove = { type: "Mid-Year", from: "Bronze", to: "Silver", isByPerson: false };
const rows = (count: number, lost: number) =>
  Array.from({ length: count }, (_, index) => ({
    rowId: `b${index}`,
    partnerId: "p1",
    benefitKey: "Partner_Portal",
    status: "Available" as const,
    isAvailable: true,
    reason: null,
    isChanged: false,
    isLost: index < lost,
    isGained: false,
  }));
const still = (): PartnerDecision => ({
  ...decide({ partner: partner({ stored: stored({ tier: "Gold" }) }) }),
  benefits: [],
});
const moved = (move: TierMove, more: Partial<PartnerDecision> = {}): PartnerDecision => ({
  ...still(),
  tierBefore: move.from,
  tierAfter: move.to,
  moves: [move],
  ...more,
});
const group = (count: number, decision: PartnerDecision) => Array.from({ length: count }, () => decision);
const reasons = (decisions: PartnerDecision[]) => trippedGuards(decisions, [], policy2023).map((found) => found.reason);

describe("R-16 a held run says what it smells", () => {
  test("R-16 demotions: their number, and both limits", () => {
    const [reason] = reasons([...group(4, moved(down)), ...group(16, still())]);
    expect(reason).toBe("4 of 20 partners would lose a tier without a person's decision (at most 3, or 5% of them)");
  });

  test("R-16 tier changes: their number and share", () => {
    expect(reasons([...group(5, moved(up)), ...group(15, still())])).toEqual([
      "5 of 20 tiers would change (at most 20%)",
    ]);
  });

  test("R-16 benefits: their number and share", () => {
    expect(reasons([{ ...still(), benefits: rows(20, 5) }])).toEqual([
      "5 of 20 benefits would open or close (at most 20%)",
    ]);
  });

  test("R-16 rows that are gone: of which object, how many, and how many before", () => {
    const found = trippedGuards([], [{ object: "Opportunity", now: 17, before: 20 }], policy2023);
    expect(found).toEqual([
      {
        code: "ROWS_DROP",
        subject: "Opportunity",
        reason: "Opportunity: 17 rows read, 20 the time before (a drop of at most 10%)",
      },
    ]);
  });
});

describe("R-16 whom the guards count", () => {
  test.each<[string, () => PartnerDecision[], boolean]>([
    ["4 of 19 tiers, too few to tell", () => [...group(4, moved(up)), ...group(15, still())], false],
    ["5 of 20 tiers", () => [...group(5, moved(up)), ...group(15, still())], true],
    ["4 of 20 tiers, just the share", () => [...group(4, moved(up)), ...group(16, still())], false],
    [
      "first tiers are no changes",
      () => [...group(20, moved({ ...up, from: null, isByPerson: true }, { tierBefore: null })), ...group(20, still())],
      false,
    ],
    [
      "first tiers are no partners to compare with",
      () => [...group(5, moved(up)), ...group(14, still()), ...group(9, moved(up, { tierBefore: null }))],
      false,
    ],
    ["what a person decided", () => [...group(9, moved({ ...up, isByPerson: true })), ...group(11, still())], false],
    [
      "moved up and back in one run",
      () => [...group(9, moved(up, { tierAfter: "Bronze" })), ...group(11, still())],
      false,
    ],
    ["who is not Enrolled", () => [...group(9, moved(up, { status: "Suspended" })), ...group(11, still())], false],
  ])("R-16 %s: held for tiers %s", (_case, decisions, held) => {
    const codes = trippedGuards(decisions(), [], policy2023).map((found) => found.code);
    expect(codes.includes("TIER_CHANGES")).toBe(held);
  });

  test.each<[string, () => PartnerDecision, boolean]>([
    ["5 of 20 close", () => ({ ...still(), benefits: rows(20, 5) }), true],
    ["4 of 20 close, just the share", () => ({ ...still(), benefits: rows(20, 4) }), false],
    ["4 of 19 close, too few to tell", () => ({ ...still(), benefits: rows(19, 4) }), false],
    [
      "5 of 20 open",
      () => ({ ...still(), benefits: rows(20, 5).map((row) => ({ ...row, isLost: false, isGained: row.isLost })) }),
      true,
    ],
    [
      "rows still to be created",
      () => ({ ...still(), benefits: rows(20, 9).map((row) => ({ ...row, rowId: null })) }),
      false,
    ],
    ["of a partner new to the programme", () => ({ ...still(), tierBefore: null, benefits: rows(20, 9) }), false],
    [
      "of a partner whose tier a person moved",
      () => moved({ ...up, isByPerson: true }, { benefits: rows(20, 9) }),
      false,
    ],
    ["of a partner whose tier moved by itself", () => moved(up, { benefits: rows(20, 9) }), true],
  ])("R-31 benefits %s: held %s", (_case, decision, held) => {
    const codes = trippedGuards([decision()], [], policy2023).map((found) => found.code);
    expect(codes.includes("BENEFIT_CHANGES")).toBe(held);
  });

  test.each<[string, () => PartnerDecision, boolean]>([
    ["lower by the policy's date", () => moved(down), true],
    ["by a person", () => moved({ ...down, isByPerson: true }), false],
    [
      "lower by a person, then higher by itself",
      () => moved(down, { moves: [{ ...down, isByPerson: true }, up] }),
      false,
    ],
    [
      "lower by itself, then back up",
      () => moved(down, { tierAfter: "Gold", moves: [down, { ...up, to: "Gold" }] }),
      false,
    ],
    ["who is Deactivated", () => moved(down, { status: "Deactivated" }), false],
    ["a move to the tier it had", () => moved(down, { moves: [{ ...down, to: "Gold" }] }), false],
  ])("R-16 a demotion, %s: %s", (_case, decision, is) => {
    expect(isDemotion(decision())).toBe(is);
  });

  test("R-16 guards come in the order of their list", () => {
    const all = group(20, moved(down, { benefits: [...rows(5, 5)] }));
    const found = trippedGuards(all, [{ object: "Contact", now: 0, before: 20 }], policy2023);
    expect(found.map((one) => one.code)).toEqual(["DEMOTIONS", "TIER_CHANGES", "BENEFIT_CHANGES", "ROWS_DROP"]);
  });
});
