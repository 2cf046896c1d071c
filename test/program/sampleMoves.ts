/** Decisions with given moves and benefits, for what stops a run. */
import { totalsOf } from "../../sync-service/program/benefits.ts";
import type { BenefitDecision, PartnerDecision, TierMove } from "../../sync-service/program/decision.ts";
import { partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

export const down: TierMove = { type: "Annual", from: "Gold", to: "Silver", isByPerson: false };
export const up: TierMove = { type: "Mid-Year", from: "Bronze", to: "Silver", isByPerson: false };
export const rows = (count: number, lost: number) =>
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
/** The benefits of a decision, counted as a decision counts them. */
export const having = (benefits: readonly BenefitDecision[]) => ({ benefits, benefitTotals: totalsOf(benefits) });
export const still = (): PartnerDecision => ({
  ...decide({ partner: partner({ stored: stored({ tier: "Gold" }) }) }),
  ...having([]),
});
export const moved = (move: TierMove, more: Partial<PartnerDecision> = {}): PartnerDecision => ({
  ...still(),
  tierBefore: move.from,
  tierAfter: move.to,
  moves: [move],
  ...more,
});
export const group = (count: number, decision: PartnerDecision) => Array.from({ length: count }, () => decision);
