/** What a run concludes about one partner: the shapes, no logic. Amounts in US dollars. */
import type Big from "big.js";
import type {
  AgreementFacts,
  CreditReason,
  CreditStatus,
  Day,
  PartnerFacts,
  PartnerStatus,
  StoredPartner,
  TierName,
  TrainingFacts,
} from "./facts.ts";
import type {
  BenefitFacts,
  BenefitStatus,
  ReviewFacts,
  ReviewStatus,
  ReviewType,
} from "./programRecords.ts";
import type { ComputedTier } from "./policy.ts";

/** The credit of one attribution (R-19..R-27). Independent of the as-of date. */
export interface Verdict {
  readonly status: CreditStatus;
  readonly reason: CreditReason | null;
  /** Influenced plus resold; 0 unless Counted. */
  readonly creditUsd: Big;
  readonly influencedUsd: Big;
  readonly resoldUsd: Big;
  readonly isResaleUnauthorized: boolean;
  /** The clause that decided it, as `R-22`. */
  readonly rule: string;
}

/** Counted revenue of one partner over the windows of one as-of date. */
export interface RevenueFigures {
  readonly trailing: Big;
  readonly trailingInfluenced: Big;
  readonly trailingResold: Big;
  readonly annualWindow: Big;
  readonly yearToDate: Big;
  /** Counted, but closing after the as-of date: outside every window. */
  readonly future: Big;
  readonly futureDeals: number;
}

/** What was seen in the quarter of R-34, training apart. */
export interface QuarterActivity {
  readonly wasRegistrationSubmitted: boolean;
  readonly wasAttributionCreated: boolean;
}

export interface DecisionInput {
  readonly partner: PartnerFacts;
  readonly revenue: RevenueFigures;
  readonly training: readonly TrainingFacts[];
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
  /** Annual reviews at least; others are ignored. */
  readonly reviews: readonly ReviewFacts[];
  readonly activity: QuarterActivity;
  /** A person approved the annual plan this partner is in. */
  readonly publishAnnual: boolean;
}

/** Whether one tier's requirements are met, and by how much they are not. */
export interface RungResult {
  readonly tier: ComputedTier;
  readonly isMet: boolean;
  readonly isBaselineMissing: boolean;
  readonly earrShort: Big;
  readonly technicalShort: number;
  readonly salesShort: number;
}

/** A tier computed over one window, with every rung that was tried. */
export interface Qualification {
  readonly tier: ComputedTier;
  readonly rungs: readonly RungResult[];
}

export interface Resources {
  /** Distinct contact ids, ascending. */
  readonly technical: readonly string[];
  readonly salesTrained: readonly string[];
  /** Courses required of the partner's focus that nobody holds: labels. */
  readonly missingFocusCourses: readonly string[];
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

/** Published against recomputed: shown, changes nothing. */
export interface AnnualDifference {
  readonly programYear: number;
  readonly publishedTier: TierName;
  readonly recomputedTier: ComputedTier;
  readonly publishedEarr: Big;
  readonly recomputedEarr: Big;
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
  readonly annual: AnnualOutcome;
  readonly annualDifference: AnnualDifference | null;
  /** null unless Enrolled: only such partners are evaluated. */
  readonly evaluation: PartnerEvaluation | null;
}

/** The findings an Enrolled partner's decision rests on. */
export interface PartnerEvaluation {
  readonly revenue: RevenueFigures;
  readonly resources: Resources;
  readonly isBaselineInForce: boolean;
  readonly trailing: Qualification;
  readonly annual: Qualification;
  readonly yearToDate: Qualification;
}
