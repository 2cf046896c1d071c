/** Picklist values as the CRM holds them; the programme's types keep the lists complete. */
import type { PartnerStatus, TierName } from "../program/facts.ts";

export const tiers = [
  "Registered",
  "Bronze",
  "Silver",
  "Gold",
  "Global Strategic",
] as const satisfies readonly TierName[];

export const partnerStatuses = [
  "Applicant",
  "Enrolled",
  "Suspended",
  "Deactivated",
] as const satisfies readonly PartnerStatus[];
