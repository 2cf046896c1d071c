/** What differs between the decisions and the org: the only rows that are written. */
import type { AttributionAddition } from "../crm/addAttributions.ts";
import type { PartnerWrite } from "../crm/writePartners.ts";
import type { BenefitDecision, KeptDecision } from "../program/decision.ts";
import type { PartnerFacts } from "../program/facts.ts";
import { changedFields } from "../program/storedPartner.ts";
import type { ChangedVerdicts } from "./changedVerdicts.ts";
import type { Judgement } from "./judge.ts";
import type { PartnerChange } from "./runTypes.ts";

export interface ChangeSet {
  readonly expiredIds: readonly string[];
  readonly additions: readonly AttributionAddition[];
  readonly verdicts: ChangedVerdicts;
  readonly benefits: readonly BenefitDecision[];
  /** Decisions with reviews to write; the evidence is made when they are written. */
  readonly reviewed: readonly KeptDecision[];
  readonly partners: readonly PartnerWrite[];
  /** One entry for each partner that something changes for, in words. */
  readonly changes: readonly PartnerChange[];
}

export function compare(
  decisions: readonly KeptDecision[],
  judgement: Judgement,
  expiredIds: readonly string[],
  partners: readonly PartnerFacts[],
): ChangeSet {
  const before = new Map(partners.map((partner) => [partner.id, partner]));
  return {
    expiredIds,
    additions: judgement.additions,
    verdicts: judgement.changed,
    benefits: decisions.flatMap(({ benefits }) => benefits.filter((benefit) => benefit.isChanged)),
    reviewed: decisions.filter(({ reviews }) => reviews.length > 0),
    partners: decisions.filter((decision) => decision.isChanged).map((decision) => partnerWrite(decision, before)),
    changes: decisions.filter(isSomethingNew).map(changeOf),
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

function partnerWrite({ partnerId, stored }: KeptDecision, before: ReadonlyMap<string, PartnerFacts>): PartnerWrite {
  const old = before.get(partnerId)?.stored;
  const fields = old ? changedFields(old, stored) : [];
  const values = Object.fromEntries(fields.map((field) => [field, stored[field]]));
  return { id: partnerId, values };
}

function isSomethingNew(decision: KeptDecision): boolean {
  return decision.isChanged || decision.moves.length > 0 || decision.benefits.some((benefit) => benefit.isChanged);
}

function changeOf(decision: KeptDecision): PartnerChange {
  const keysOf = (rows: readonly BenefitDecision[]) => rows.map(({ benefitKey }) => benefitKey);
  return {
    partnerId: decision.partnerId,
    partnerName: decision.partnerName,
    tierBefore: decision.tierBefore,
    tierAfter: decision.tierAfter,
    moves: decision.moves.map(({ type }) => type),
    benefitsGained: keysOf(decision.benefits.filter((b) => b.isGained)),
    benefitsLost: keysOf(decision.benefits.filter((b) => b.isLost)),
    explanation: decision.stored.explanation,
    reason: decision.reviews.findLast(({ status }) => status === "Published")?.explanation ?? null,
  };
}
