/** Facts the service itself has written before: benefit rows, reviews; and the org's currencies. */
import type Big from "big.js";
import type { Day, TierName } from "./facts.ts";

export type BenefitStatus =
  "Available" | "Agreement Needed" | "Invitation Needed" | "Not In Scope" | "Tier Too Low" | "Membership Blocked";

export interface BenefitFacts {
  /** null: no row yet. */
  readonly id: string | null;
  readonly partnerId: string;
  readonly benefitKey: string;
  readonly invitedDate: Day | null;
  readonly invitationEndsDate: Day | null;
  readonly storedStatus: BenefitStatus | null;
  readonly storedIsAvailable: boolean;
  readonly storedReason: string | null;
}

export type ReviewType = "Enrollment" | "Mid-Year" | "Annual" | "Designation";
export type ReviewStatus = "Provisional" | "Published";

/** A review the history holds already. Amounts in US dollars. */
export interface ReviewFacts {
  readonly id: string;
  readonly partnerId: string;
  readonly key: string | null;
  readonly type: ReviewType;
  readonly status: ReviewStatus;
  /** null on imported history that does not say. */
  readonly asOfDate: Day | null;
  readonly programYear: number;
  readonly previousTier: TierName | null;
  readonly tier: TierName | null;
  readonly qualifiedTier: TierName | null;
  readonly earr: Big | null;
  readonly technicalResources: number | null;
  readonly salesTrainedResources: number | null;
  readonly policyName: string | null;
}

/** A rate in force from its start up to, not including, the next start. */
export interface DatedRate {
  readonly currency: string;
  readonly startDate: Day;
  /** null: no later rate. */
  readonly nextStartDate: Day | null;
  /** Units for one unit of the corporate currency. */
  readonly rate: Big;
}

export interface CurrencyTable {
  /** false: every amount is in US dollars. */
  readonly isMultiCurrency: boolean;
  /** ISO code; its own rate is 1. */
  readonly corporateCurrency: string;
  readonly rates: readonly DatedRate[];
}

/** The same with what guards want to know of it. */
export interface OrgCurrencies extends CurrencyTable {
  /** false: the org keeps no dated rates, or they may not be read. */
  readonly areRatesReadable: boolean;
  /** Active currencies, the corporate one aside, without any dated rate; ascending. */
  readonly unratedCurrencies: readonly string[];
}
