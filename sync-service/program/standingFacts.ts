/** What a partner has to show beside revenue: trained people and signed agreements. */
import type { Day } from "./facts.ts";

export interface TrainingFacts {
  readonly contactId: string;
  /** The contact's account. */
  readonly partnerId: string;
  /** Key of the course catalogue. */
  readonly course: string;
  readonly completedDate: Day | null;
  readonly expiresDate: Day | null;
}

export const agreementTypes = [
  "Baseline Partner Agreement",
  "Resale Partner Addendum",
  "MDF/POC Program Terms",
  "Partner Referral Addendum",
] as const;

export type AgreementType = (typeof agreementTypes)[number];

export interface AgreementFacts {
  readonly id: string;
  readonly partnerId: string;
  readonly type: AgreementType;
  readonly effectiveDate: Day;
  readonly endDate: Day | null;
}
