/**
 * What the programme's rules need to know about the world, as plain data. The
 * CRM room reads it; nothing here knows Salesforce. A `Day` is a calendar date
 * in the programme's zone; an `Instant` is epoch milliseconds; amounts are
 * exact decimals. Picklist values are the CRM's own, word for word.
 */
import type Big from "big.js";

/** Calendar date, `YYYY-MM-DD`; compared as a string. */
export type Day = string;
/** Moment in time, epoch milliseconds. */
export type Instant = number;

export type TierName = "Registered" | "Bronze" | "Silver" | "Gold" | "Global Strategic";

export type PartnerStatus = "Applicant" | "Enrolled" | "Suspended" | "Deactivated";

/** Every `out` field of a partner account; null = blank. Amounts in US dollars. */
export interface StoredPartner {
  readonly tier: TierName | null;
  readonly tierSinceDate: Day | null;
  readonly programYear: number | null;
  /** Over the trailing window, today. */
  readonly qualifiedTier: TierName | null;
  /** Provisional annual result; blank once published. */
  readonly annualTier: TierName | null;
  readonly projectedAnnualTier: TierName | null;
  readonly trailingEarr: Big | null;
  readonly trailingInfluencedEarr: Big | null;
  readonly trailingResoldEarr: Big | null;
  readonly annualWindowEarr: Big | null;
  readonly yearToDateEarr: Big | null;
  readonly technicalResources: number | null;
  readonly salesTrainedResources: number | null;
  readonly nextTier: TierName | null;
  readonly nextTierEarrGap: Big | null;
  readonly nextTierTechnicalGap: number | null;
  readonly nextTierSalesGap: number | null;
  readonly explanation: string | null;
  /** Quarter a Registered partner is listed for, `2023-Q2`. */
  readonly activityReview: string | null;
}

export interface PartnerFacts {
  readonly id: string;
  readonly name: string;
  /** null: the account is no partner. */
  readonly status: PartnerStatus | null;
  /** Communications, Flex, Segment/Engage. */
  readonly focus: readonly string[];
  readonly enrolledDate: Day | null;
  /** The designation given by hand. */
  readonly isGlobalStrategic: boolean;
  readonly stored: StoredPartner;
}

export interface OpportunityLine {
  readonly family: string | null;
  /** In the opportunity's currency; null = none recorded. */
  readonly earr: Big | null;
}

export interface OpportunityFacts {
  readonly id: string;
  readonly name?: string;
  readonly isWon: boolean;
  readonly isClosed: boolean;
  readonly closeDate: Day;
  /** Last stage change; where none is recorded, the creation. */
  readonly closedAt: Instant;
  /** null in an org without multi-currency. */
  readonly currencyCode: string | null;
  readonly earr: Big | null;
  readonly lines: readonly OpportunityLine[];
}

export type AttributionSource = "Twilio Sales" | "Deal Registration";
export type AttributionRole = "Influenced" | "Resold";
export type CreditStatus = "Counted" | "Pending" | "Lost" | "Excluded";

/** Reason texts exactly as R-27 has them, in its order. */
export type CreditReason =
  | "Duplicate"
  | "Added After Close"
  | "Registration Not Approved"
  | "Registration Submitted After Close"
  | "No eARR"
  | "Professional Services Only"
  | "Currency Rate Missing";

/** The verdict as the attribution holds it now; null = never judged. */
export interface StoredVerdict {
  readonly status: CreditStatus | null;
  readonly reason: CreditReason | null;
  readonly creditUsd: Big | null;
  readonly isResaleUnauthorized: boolean;
}

export interface AttributionFacts {
  /** null: the run is about to add this row. */
  readonly id: string | null;
  readonly opportunityId: string;
  readonly partnerId: string;
  readonly source: AttributionSource;
  readonly role: AttributionRole;
  readonly registrationId: string | null;
  /** null only together with a null id. */
  readonly createdAt: Instant | null;
  readonly stored: StoredVerdict;
}

export type RegistrationStatus =
  "Draft" | "Submitted" | "Action Required" | "Approved" | "Rejected" | "Withdrawn" | "Expired";

export interface RegistrationFacts {
  readonly id: string;
  readonly partnerId: string;
  /** null until it is matched. */
  readonly opportunityId: string | null;
  readonly status: RegistrationStatus;
  readonly submittedAt: Instant | null;
  readonly expiresDate: Day | null;
  readonly isLateClaimApproved: boolean;
}
