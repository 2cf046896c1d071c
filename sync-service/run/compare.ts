/** What differs between the decisions and the org: the only rows that are written. */
import type { AttributionAddition } from "../crm/addAttributions.ts";
import type { PartnerWrite } from "../crm/writePartners.ts";
import type { BenefitWrite } from "../crm/writeBenefits.ts";
import type { KeptBenefit } from "../program/decision.ts";
import type { ChangedAccounts } from "./changedAccounts.ts";
import { type ChangedBenefits, noBenefits } from "./changedBenefits.ts";
import type { ChangedVerdicts } from "./changedVerdicts.ts";
import type { WritableDecisions } from "./decide.ts";
import type { RunDecision } from "./runDecision.ts";
import type { PartnerChange } from "./runTypes.ts";

/** Benefits to write; unpacked each time they are gone through. */
interface BenefitList extends Iterable<BenefitWrite> {
  readonly length: number;
}

export interface ChangeSet {
  readonly expiredIds: readonly string[];
  readonly additions: readonly AttributionAddition[];
  readonly verdicts: ChangedVerdicts;
  readonly benefits: BenefitList;
  /** Decisions with reviews to write; the evidence is made when they are written. */
  readonly reviewed: readonly RunDecision[];
  readonly partners: readonly PartnerWrite[];
  /** One entry for each partner that something changes for, in words. */
  readonly changes: () => readonly PartnerChange[];
}

export function compare(
  decisions: readonly RunDecision[],
  { judgement, expiredIds, benefits, accounts }: Omit<WritableDecisions, "inputs" | "asItIs" | "published">,
): ChangeSet {
  return {
    expiredIds,
    additions: judgement.additions,
    verdicts: judgement.changed,
    benefits: benefitsOf(decisions, benefits),
    reviewed: decisions.filter(({ reviews }) => reviews.length > 0),
    partners: decisions.flatMap(({ partnerId, isChanged, news }) =>
      isChanged && news !== null ? [{ id: partnerId, values: () => accounts.at(news).values }] : [],
    ),
    changes: () => decisions.flatMap((decision) => changesOf(decision, accounts)),
  };
}

/** Partner by partner, in the order in which rows are sent. */
function benefitsOf(decisions: readonly RunDecision[], book: ChangedBenefits): BenefitList {
  const changed = decisions
    .filter(({ changedBenefits }) => changedBenefits !== noBenefits)
    .sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
  return {
    length: changed.reduce((sum, { changedBenefits: { from, until } }) => sum + until - from, 0),
    *[Symbol.iterator]() {
      for (const { changedBenefits, partnerId } of changed) yield* book.of(changedBenefits, partnerId);
    },
  };
}

/** How many rows a set of changes writes. */
export function rowsIn(set: ChangeSet): number {
  return (
    set.expiredIds.length +
    set.additions.length +
    set.verdicts.count +
    set.benefits.length +
    reviewsIn(set) +
    set.partners.length
  );
}

export function reviewsIn({ reviewed }: ChangeSet): number {
  return reviewed.reduce((sum, { reviews }) => sum + reviews.length, 0);
}

/** None where nothing is new. */
function changesOf(decision: RunDecision, accounts: ChangedAccounts): PartnerChange[] {
  if (decision.news === null) return [];
  const keysOf = (rows: readonly KeptBenefit[]) => rows.map(({ benefitKey }) => benefitKey);
  const change: PartnerChange = {
    partnerId: decision.partnerId,
    partnerName: decision.partnerName,
    tierBefore: decision.tierBefore,
    tierAfter: decision.tierAfter,
    moves: decision.moves.map(({ type }) => type),
    benefitsGained: keysOf(decision.benefits.filter((b) => b.isGained)),
    benefitsLost: keysOf(decision.benefits.filter((b) => b.isLost)),
    explanation: accounts.at(decision.news).explanation,
    reason: decision.reviews.findLast(({ status }) => status === "Published")?.explanation ?? null,
  };
  return [change];
}
