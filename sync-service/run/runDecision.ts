/** What a run keeps of a decision until it may write: whole ones of twenty thousand partners take 200 MB. */
import type { KeptBenefit, KeptDecision, KeptReview, PartnerDecision, ReviewDraft } from "../program/decision.ts";
import type { PartnerFacts, StoredPartner } from "../program/facts.ts";
import { changedFields } from "../program/storedPartner.ts";
import type { AccountNews, ChangedAccounts } from "./changedAccounts.ts";
import { type BenefitRange, type ChangedBenefits, noBenefits } from "./changedBenefits.ts";

export interface RunDecision extends KeptDecision {
  /** No run has evaluated the partner yet: a new one, or one that an import brought with a tier. */
  readonly isNewcomer: boolean;
  readonly changedBenefits: BenefitRange;
  /** Where its news are held; null where there are none. */
  readonly news: number | null;
}

/** What waits to be written. */
export interface Held {
  readonly benefits: ChangedBenefits;
  readonly accounts: ChangedAccounts;
}

/** What differs is held. */
export function runDecision(decision: PartnerDecision, partner: PartnerFacts, held: Held): RunDecision {
  const { evaluation: _evaluation, findings: _findings, stored, benefits, reviews, ...rest } = decision;
  const changedBenefits = held.benefits.add(benefits);
  const isNew = rest.isChanged || rest.moves.length > 0 || changedBenefits !== noBenefits;
  return {
    ...rest,
    isNewcomer: partner.stored.qualifiedTier === null,
    changedBenefits,
    news: isNew ? held.accounts.add(newsOf(partner.stored, stored)) : null,
    benefits: benefits.filter(({ isLost, isGained }) => isLost || isGained).map(keptBenefit),
    reviews: reviews.map(keptReview),
  };
}

function newsOf(before: StoredPartner, after: StoredPartner): AccountNews {
  const values = Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
  return { values, explanation: after.explanation };
}

function keptBenefit({ benefitKey, isLost, isGained }: KeptBenefit): KeptBenefit {
  return { benefitKey, isLost, isGained };
}

/** Its evidence is made when it is written. */
function keptReview({ key, status, explanation }: ReviewDraft): KeptReview {
  return { key, status, explanation };
}
