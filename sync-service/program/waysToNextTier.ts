/** The shortest ways to the next tier by name: deals to win, people to train, papers to sign. */
import type Big from "big.js";
import type { DecisionInput } from "./decision.ts";
import type { PartnerEvaluation } from "./evaluation.ts";
import type { Day, TierName } from "./facts.ts";
import { gapsTo } from "./gaps.ts";
import { zero } from "./money.ts";
import { largestFirst, type OpenDeal } from "./openDeals.ts";
import { type Paper, missingPapers } from "./missingPapers.ts";
import { type Candidate, type Person, candidates } from "./trainingCandidates.ts";
import type { ProgramPolicy } from "./policy.ts";

export interface DealsToWin {
  readonly gapUsd: Big;
  /** The fewest that close the gap, the largest first; all there are where they do not. */
  readonly deals: readonly OpenDeal[];
  readonly sumUsd: Big;
  readonly isEnough: boolean;
}

export interface PeopleToTrain {
  readonly gap: number;
  /** One course short, the likeliest first; any `gap` of them will do. */
  readonly people: readonly Candidate[];
  readonly isEnough: boolean;
}

export interface WaysToNextTier {
  /** null at Gold and above. */
  readonly nextTier: TierName | null;
  /** null: no gap. */
  readonly deals: DealsToWin | null;
  readonly technical: PeopleToTrain | null;
  readonly sales: PeopleToTrain | null;
  /** Not in force, though the tier or a benefit of it needs them. */
  readonly papers: readonly Paper[];
}

export interface WaysCase {
  readonly input: Pick<DecisionInput, "partner" | "training" | "agreements">;
  readonly evaluation: PartnerEvaluation;
  readonly tierAfter: TierName;
  readonly openDeals: readonly OpenDeal[];
  readonly people: readonly Person[];
}

/** The ways of an Enrolled partner; nobody else has any. */
export function waysToNextTier(ways: WaysCase, policy: ProgramPolicy, asOf: Day): WaysToNextTier {
  const { input, evaluation, tierAfter } = ways;
  const gaps = gapsTo(tierAfter, evaluation.trailingPerformance, policy);
  const { technical, salesTrained } = evaluation.resources;
  const toTrain = (gap: number | null, of: "Technical" | "Sales", present: readonly string[]) =>
    peopleToTrain(gap ?? 0, candidates(of, present, { ...ways, input }, policy, asOf));
  return {
    nextTier: gaps.nextTier,
    deals: gaps.earr === null || gaps.earr.eq(0) ? null : dealsToWin(gaps.earr, ways.openDeals),
    technical: toTrain(gaps.technical, "Technical", technical),
    sales: toTrain(gaps.sales, "Sales", salesTrained),
    papers: missingPapers(input, gaps.nextTier ?? tierAfter, policy, asOf),
  };
}

/**
 * Taking the largest first gives the fewest; of the last one's stead the smallest
 * that still suffices is taken, so that nobody is sent after more than is needed.
 */
export function dealsToWin(gapUsd: Big, open: readonly OpenDeal[]): DealsToWin {
  const sorted = [...open].sort(largestFirst);
  const deals: OpenDeal[] = [];
  let sumUsd = zero;
  for (const deal of sorted) {
    if (sumUsd.gte(gapUsd)) break;
    const rest = gapUsd.minus(sumUsd);
    const isLast = deal.creditUsd.gte(rest);
    const chosen = isLast ? (sorted.findLast(({ creditUsd }) => creditUsd.gte(rest)) ?? deal) : deal;
    deals.push(chosen);
    sumUsd = sumUsd.plus(chosen.creditUsd);
  }
  return { gapUsd, deals, sumUsd, isEnough: sumUsd.gte(gapUsd) };
}

function peopleToTrain(gap: number, people: readonly Candidate[]): PeopleToTrain | null {
  return gap === 0 ? null : { gap, people, isEnough: people.length >= gap };
}
