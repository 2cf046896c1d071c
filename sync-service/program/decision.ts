/** What a run concludes about one partner: the shapes, no logic. Amounts in US dollars. */
import type Big from "big.js";
import type { CountedDeal } from "./countedDeals.ts";
import type { Day, PartnerFacts, PartnerStatus, StoredPartner, TierName } from "./facts.ts";
import type { BenefitFacts, BenefitStatus, ReviewFacts, ReviewStatus, ReviewType } from "./programRecords.ts";
import type { AnnualDifference, Finding } from "./finding.ts";
import type { PartnerEvaluation } from "./evaluation.ts";
import type { AgreementFacts, TrainingFacts } from "./standingFacts.ts";
import type { QuarterActivity, RevenueFigures } from "./verdict.ts";

export interface DecisionInput {
  readonly partner: PartnerFacts;
  readonly revenue: RevenueFigures;
  /** What the revenue of the windows is made of, in any order: evidence for reviews. */
  readonly deals: readonly CountedDeal[];
  readonly training: readonly TrainingFacts[];
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
  /** Of this year and the last. */
  readonly reviews: readonly ReviewFacts[];
  readonly activity: QuarterActivity;
  /** A person approved the annual plan this partner is in. */
  readonly publishAnnual: boolean;
}

/** A review to write; upserted by its deterministic key. */
export interface ReviewDraft {
  readonly key: string;
  readonly partnerId: string;
  readonly type: ReviewType;
  readonly status: ReviewStatus;
  readonly asOfDate: Day;
  readonly programYear: number;
  readonly windowStartDate: Day;
  readonly windowEndDate: Day;
  readonly previousTier: TierName | null;
  readonly tier: TierName;
  readonly qualifiedTier: TierName;
  readonly earr: Big;
  readonly technicalResources: number;
  readonly salesTrainedResources: number;
  readonly policyName: string;
  readonly explanation: string;
  /** Canonical inputs as compact JSON, and the SHA-256 of that text. */
  readonly evidence: string;
  readonly evidenceHash: string;
}

/** The row of one benefit after this run. */
export interface BenefitDecision {
  /** null: to be created. */
  readonly rowId: string | null;
  readonly partnerId: string;
  readonly benefitKey: string;
  readonly status: BenefitStatus;
  readonly isAvailable: boolean;
  /** null when available. */
  readonly reason: string | null;
  /** The stored row differs, or there is none. */
  readonly isChanged: boolean;
  /** Available before this run, not after. */
  readonly isLost: boolean;
  /** Available after this run, not before. */
  readonly isGained: boolean;
}

/** How many of a partner's benefit rows there are, and what becomes of them. */
export interface BenefitTotals {
  readonly rows: number;
  /** Available before this run. */
  readonly open: number;
  readonly gained: number;
  readonly lost: number;
}

/** The annual review of the as-of date's year. */
export interface AnnualOutcome {
  /** Still to be published before this run. */
  readonly due: boolean;
  readonly isPublished: boolean;
  /** Unpublished after 31 March: an alarm. */
  readonly isOverdue: boolean;
  /** The tier it gives; null when not due. */
  readonly tier: TierName | null;
  readonly programYear: number;
}

/** One move from a tier to a tier, in the order made. */
export interface TierMove {
  readonly type: ReviewType;
  readonly from: TierName | null;
  readonly to: TierName;
  /** A person decided it (designation changed, annual plan approved): no demotion. */
  readonly isByPerson: boolean;
}

export interface PartnerDecision {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly status: PartnerStatus | null;
  readonly policyName: string;
  readonly tierBefore: TierName | null;
  readonly tierAfter: TierName | null;
  /** New values of every `out` field. */
  readonly stored: StoredPartner;
  /** Differs from what the account holds now. */
  readonly isChanged: boolean;
  readonly moves: readonly TierMove[];
  readonly reviews: readonly ReviewDraft[];
  readonly benefits: readonly BenefitDecision[];
  readonly benefitTotals: BenefitTotals;
  readonly annual: AnnualOutcome;
  readonly annualDifference: AnnualDifference | null;
  /** null unless Enrolled: only such partners are evaluated. */
  readonly evaluation: PartnerEvaluation | null;
  /** The reasons as data; `stored.explanation` says them in words. */
  readonly findings: readonly Finding[];
}

export type KeptBenefit = Pick<BenefitDecision, "benefitKey" | "isLost" | "isGained">;
export type KeptReview = Pick<ReviewDraft, "key" | "status" | "explanation">;

/** What guards and plans need of a decision once it is made; of its benefits only those that open or close. */
export interface KeptDecision extends Omit<
  PartnerDecision,
  "evaluation" | "findings" | "stored" | "benefits" | "reviews"
> {
  readonly benefits: readonly KeptBenefit[];
  readonly reviews: readonly KeptReview[];
}
