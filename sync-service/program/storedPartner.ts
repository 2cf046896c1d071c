/** The `out` fields of a partner account, blank or compared. */
import Big from "big.js";
import type { StoredPartner } from "./facts.ts";

/** Tier and every figure cleared. */
export const blankPartner: StoredPartner = {
  tier: null,
  tierSinceDate: null,
  programYear: null,
  qualifiedTier: null,
  annualTier: null,
  projectedAnnualTier: null,
  trailingEarr: null,
  trailingInfluencedEarr: null,
  trailingResoldEarr: null,
  annualWindowEarr: null,
  yearToDateEarr: null,
  technicalResources: null,
  salesTrainedResources: null,
  nextTier: null,
  nextTierEarrGap: null,
  nextTierTechnicalGap: null,
  nextTierSalesGap: null,
  explanation: null,
  activityReview: null,
};

/** The fields whose values differ; amounts by value, so that 1.5 is 1.50. */
export function changedFields(before: StoredPartner, after: StoredPartner): readonly (keyof StoredPartner)[] {
  const fields = Object.keys(blankPartner) as (keyof StoredPartner)[];
  return fields.filter((field) => !isSame(before[field], after[field]));
}

function isSame(a: StoredPartner[keyof StoredPartner], b: StoredPartner[keyof StoredPartner]): boolean {
  return a instanceof Big && b instanceof Big ? a.eq(b) : a === b;
}
