/** What is a demotion that no person decided (design: Runs, plans, approvals). */
import type { PartnerDecision } from "../../sync-service/program/decision.ts";
import { isDemotion } from "../../sync-service/program/guards.ts";
import { down, moved, up } from "./sampleMoves.ts";

describe("R-16 demotions that hold a run", () => {
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
    [
      "lower by itself, then partly back up",
      () =>
        moved(down, {
          tierAfter: "Bronze",
          moves: [
            { ...down, to: "Registered" },
            { ...up, from: "Registered", to: "Bronze" },
          ],
        }),
      true,
    ],
    ["who is Deactivated", () => moved(down, { status: "Deactivated" }), false],
    ["a move to the tier it had", () => moved(down, { moves: [{ ...down, to: "Gold" }] }), false],
  ])("R-16 a demotion, %s: %s", (_case, decision, is) => {
    expect(isDemotion(decision())).toBe(is);
  });
});
