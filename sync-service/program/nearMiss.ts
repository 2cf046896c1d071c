/** Won deals that are not counted and still could be: who can mend it, how, and until when. */
import type { AttributionExplanation } from "./explainAttribution.ts";
import type { CreditReason, Day } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { addDays, yearOf } from "./windows.ts";

type MendableReason = Exclude<CreditReason, "Duplicate" | "Professional Services Only">;

export interface NearMiss {
  readonly opportunityId: string;
  readonly opportunityName: string | null;
  readonly closeDate: Day;
  readonly reason: MendableReason;
  readonly who: string;
  /** What has to be there. */
  readonly how: string;
  /** The clause by which it would count. */
  readonly rule: string;
  /** Last day on which the deal is in the trailing window; null = that day has passed. */
  readonly trailingUntil: Day | null;
  /** The annual review that the deal still can enter, and the day by which that is to be published; null = published. */
  readonly annualReview: { readonly programYear: number; readonly until: Day } | null;
}

interface Mending {
  readonly who: string;
  readonly how: string;
  readonly rule: string;
}

const mendings: Readonly<Record<MendableReason, Mending>> = {
  "Added After Close": {
    who: "the partner and a program administrator",
    how: "a deal registration, approved as a late claim with a reason",
    rule: "R-23",
  },
  "Registration Not Approved": {
    who: "the partner account manager",
    how: "a decision on the deal registration; submitted after the close, it needs a program administrator's late claim too",
    rule: "R-23",
  },
  "Registration Submitted After Close": {
    who: "a program administrator",
    how: "the late claim on the deal registration, approved with a reason",
    rule: "R-23",
  },
  "No eARR": {
    who: "the account executive of the opportunity",
    how: "its eARR recorded, on the lines where it has any",
    rule: "R-20",
  },
  "Currency Rate Missing": {
    who: "a Salesforce administrator",
    how: "the dated exchange rate of the close date",
    rule: "R-21",
  },
};

export interface NearMissDay {
  readonly asOf: Day;
  readonly policy: Pick<ProgramPolicy, "trailingWindowDays">;
  /** Programme years whose annual review of this partner is published: nothing enters them any more. */
  readonly publishedYears: readonly number[];
}

/** null: it counts, cannot be mended, or is too late for every window. */
export function nearMissOf(
  row: AttributionExplanation,
  { asOf, policy, publishedYears }: NearMissDay,
): NearMiss | null {
  const { opportunityId, opportunityName, closeDate, reason } = row;
  if (reason === null || !isMendable(reason)) return null;
  const lastDay = addDays(closeDate, policy.trailingWindowDays - 1);
  const trailingUntil = lastDay < asOf ? null : lastDay;
  const annualReview = reviewFor(closeDate, asOf, publishedYears);
  if (trailingUntil === null && annualReview === null) return null;
  return { opportunityId, opportunityName, closeDate, reason, ...mendings[reason], trailingUntil, annualReview };
}

function isMendable(reason: CreditReason): reason is MendableReason {
  return Object.hasOwn(mendings, reason);
}

/** A year is reviewed in the year after it, by 31 March; skipped years are not reviewed. */
function reviewFor(closeDate: Day, asOf: Day, publishedYears: readonly number[]): NearMiss["annualReview"] {
  const programYear = yearOf(closeDate) + 1;
  if (programYear < yearOf(asOf) || publishedYears.includes(programYear)) return null;
  return { programYear, until: `${programYear}-03-31` };
}
