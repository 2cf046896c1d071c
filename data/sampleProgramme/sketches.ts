/** What the sample is drawn from: partners and deals in the words of the programme, before they become rows. */
import type { Day, Moment } from "./days.ts";

export type Tier = "Registered" | "Bronze" | "Silver" | "Gold" | "Global Strategic";
export type Focus = "Communications" | "Flex" | "Segment/Engage";
export type Course = "Twilio_Platform" | "Sellers_Series_101" | "Segment_Sales";
export type Family = "Communications" | "Flex" | "Segment" | "Engage" | "SendGrid" | "Professional Services";

export interface AgreementSketch {
  readonly type:
    "Baseline Partner Agreement" | "Resale Partner Addendum" | "MDF/POC Program Terms" | "Partner Referral Addendum";
  readonly effective: Day;
  readonly end?: Day;
  /** False: drawn up, but nobody has signed it. */
  readonly isSigned?: boolean;
}

/** A benefit row that exists before the run: an invitation, or one that an earlier run has judged. */
export interface BenefitSketch {
  readonly benefit: string;
  readonly invited?: Day;
  readonly ends?: Day;
  /** Status that the last run left; none = no run has seen the row. */
  readonly was?: string;
}

/** A course of the partner's person number so-and-so (1 = the first). */
export interface TrainingSketch {
  readonly person: number;
  readonly course: Course;
  readonly completed: Day;
  readonly expires?: Day;
}

export interface PartnerSketch {
  /** `acct-harborline`; the part after `acct-` begins the labels of everything that belongs to the partner. */
  readonly label: string;
  readonly name: string;
  readonly status: "Applicant" | "Enrolled" | "Suspended" | "Deactivated";
  readonly place: readonly [city: string, country: string];
  readonly focus: readonly Focus[];
  readonly isReseller: boolean;
  readonly enrolled: Day | null;
  readonly parent?: string;
  readonly isGlobalStrategic: boolean;
  /** What the last run left: tier, since when, programme year; null = blank. */
  readonly tier: Tier | null;
  readonly tierSince: Day | null;
  readonly programYear: number | null;
  /** Further `out` fields of the last run, by API name. */
  readonly stored: Readonly<Record<string, string>>;
  /** People with the platform course, and with Sellers Series 101; some have both. */
  readonly technical: number;
  readonly salesTrained: number;
  /** Courses beyond those. */
  readonly training: readonly TrainingSketch[];
  readonly agreements: readonly AgreementSketch[];
  readonly benefits: readonly BenefitSketch[];
}

export interface LineSketch {
  readonly family: Family;
  /** null = the cell is blank. */
  readonly earr: string | null;
}

/** A partner's row on a deal. */
export interface PartSketch {
  /** Label; none = the deal's own partner. */
  readonly partner?: string;
  readonly source?: "Twilio Sales" | "Deal Registration";
  readonly role?: "Influenced" | "Resold";
  /** None = ten days after the opportunity was created. */
  readonly addedAt?: Moment;
  /** Key of the registration that the row links. */
  readonly registration?: string;
}

export type RegistrationStatus =
  "Draft" | "Submitted" | "Action Required" | "Approved" | "Rejected" | "Withdrawn" | "Expired";

export interface RegistrationSketch {
  /** Unique within the partner. */
  readonly key: string;
  readonly status: RegistrationStatus;
  readonly submittedAt?: Moment;
  readonly decidedAt?: Moment;
  readonly expires?: Day;
  readonly isLateClaimApproved?: boolean;
  readonly reason?: string;
}

export interface DealSketch {
  /** Unique within the partner; part of the label. */
  readonly key: string;
  /** The opportunity's name. */
  readonly title: string;
  readonly stage: string;
  readonly close: Day;
  readonly currency: "USD" | "EUR" | "GBP";
  readonly createdAt: Moment;
  /** The last stage change; null = none is recorded. */
  readonly closedAt: Moment | null;
  /** The opportunity's own eARR field; null = blank. */
  readonly earr: string | null;
  readonly lines: readonly LineSketch[];
  readonly parts: readonly PartSketch[];
  /** Matched to this deal. */
  readonly registrations: readonly RegistrationSketch[];
}
