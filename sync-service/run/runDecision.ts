/** What a run keeps of a decision until it may write: whole ones of twenty thousand partners take 200 MB. */
import type { KeptBenefit, KeptDecision, KeptReview, PartnerDecision, ReviewDraft } from "../program/decision.ts";
import type { PartnerFacts, StoredPartner } from "../program/facts.ts";
import { changedFields } from "../program/storedPartner.ts";
import { type BenefitRange, type ChangedBenefits, noBenefits } from "./changedBenefits.ts";

export interface RunDecision extends KeptDecision {
  /** No run has evaluated the partner yet: a new one, or one that an import brought with a tier. */
  readonly isNewcomer: boolean;
  /** The account's fields that change. */
  readonly values: Readonly<Partial<StoredPartner>>;
  readonly changedBenefits: BenefitRange;
  /** null where nothing is new. */
  readonly explanation: string | null;
}

/** Benefits that differ go into the book. */
export function runDecision(decision: PartnerDecision, partner: PartnerFacts, book: ChangedBenefits): RunDecision {
  const { evaluation: _evaluation, findings: _findings, stored, benefits, reviews, ...rest } = decision;
  const changedBenefits = book.add(benefits);
  const isNew = rest.isChanged || rest.moves.length > 0 || changedBenefits !== noBenefits;
  return {
    ...rest,
    isNewcomer: partner.stored.qualifiedTier === null,
    values: rest.isChanged ? changedValues(partner.stored, stored) : nothing,
    changedBenefits,
    explanation: isNew ? stored.explanation : null,
    benefits: benefits.filter(({ isLost, isGained }) => isLost || isGained).map(keptBenefit),
    reviews: reviews.map(keptReview),
  };
}

const nothing: RunDecision["values"] = {};

function changedValues(before: StoredPartner, after: StoredPartner): RunDecision["values"] {
  return Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
}

function keptBenefit({ benefitKey, isLost, isGained }: KeptBenefit): KeptBenefit {
  return { benefitKey, isLost, isGained };
}

/** Its evidence is made when it is written. */
function keptReview({ key, status, explanation }: ReviewDraft): KeptReview {
  return { key, status, explanation };
}
