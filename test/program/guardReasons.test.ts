/** What stops a run, in words, and whom it counts (design: Runs, plans, approvals). */
import type { PartnerDecision } from "../../sync-service/program/decision.ts";
import { trippedGuards } from "../../sync-service/program/guards.ts";
import { rateGuards } from "../../sync-service/program/readingGuards.ts";
import { policy2023 } from "./samplePolicy.ts";
import { down, group, having, moved, rows, still, up } from "./sampleMoves.ts";

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
    expect(reasons([{ ...still(), ...having(rows(20, 5)) }])).toEqual([
      "5 of 20 benefits would open or close (at most 20%)",
    ]);
  });

  test("R-16 benefits that close: of those that were open, where most rows are closed ones", () => {
    const closed = rows(80, 0).map((row) => ({ ...row, isAvailable: false }));
    const few = (lost: number) => reasons([{ ...still(), ...having([...rows(20, lost), ...closed]) }]);
    expect(few(4)).toEqual([]);
    expect(few(5)).toEqual(["5 of 20 open benefits would close (at most 20%)"]);
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

describe("R-16 what a reading smells of, in words", () => {
  const currencies = { isMultiCurrency: true, corporateCurrency: "USD", rates: [], unratedCurrencies: ["EUR"] };
  test.each([
    [
      trippedGuards([], [{ object: "agreements", now: 0, before: 3 }], policy2023),
      "agreements: no rows read, 3 the time before",
    ],
    [
      rateGuards({ ...currencies, areRatesReadable: true }, [], policy2023),
      "EUR has no dated rate at all: every amount in it would count 0",
    ],
    [
      rateGuards({ ...currencies, areRatesReadable: false }, [], policy2023),
      "The dated rates of this multi-currency org can't be read: every foreign amount would count 0",
    ],
  ])("R-16 %#", (found, reason) => {
    expect(found.map((one) => one.reason)).toEqual([reason]);
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
    [
      "a person's decision and then a move by itself",
      () => [...group(5, moved(up, { moves: [{ ...up, isByPerson: true }, up] })), ...group(15, still())],
      true,
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
    ["5 of 20 close", () => ({ ...still(), ...having(rows(20, 5)) }), true],
    ["4 of 20 close, just the share", () => ({ ...still(), ...having(rows(20, 4)) }), false],
    ["4 of 19 close, too few to tell", () => ({ ...still(), ...having(rows(19, 4)) }), false],
    [
      "5 of 20 open",
      () => ({ ...still(), ...having(rows(20, 5).map((row) => ({ ...row, isLost: false, isGained: row.isLost }))) }),
      true,
    ],
    [
      "rows still to be created",
      () => ({ ...still(), ...having(rows(20, 9).map((row) => ({ ...row, rowId: null }))) }),
      false,
    ],
    ["of a partner new to the programme", () => ({ ...still(), tierBefore: null, ...having(rows(20, 9)) }), false],
    [
      "of a partner whose tier a person moved",
      () => moved({ ...up, isByPerson: true }, { ...having(rows(20, 9)) }),
      false,
    ],
    ["of a partner whose tier moved by itself", () => moved(up, { ...having(rows(20, 9)) }), true],
  ])("R-31 benefits %s: held %s", (_case, decision, held) => {
    const codes = trippedGuards([decision()], [], policy2023).map((found) => found.code);
    expect(codes.includes("BENEFIT_CHANGES")).toBe(held);
  });

  test("R-16 guards come in the order of their list", () => {
    const all = group(20, moved(down, { ...having(rows(5, 5)) }));
    const found = trippedGuards(all, [{ object: "Contact", now: 1, before: 20 }], policy2023);
    expect(found.map((one) => one.code)).toEqual(["DEMOTIONS", "TIER_CHANGES", "BENEFIT_CHANGES", "ROWS_DROP"]);
  });
});
