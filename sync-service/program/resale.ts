/** Resale is by invitation and needs its addendum. */
import type { Day } from "./facts.ts";
import type { BenefitFacts } from "./programRecords.ts";
import { isAgreementInForce } from "./agreements.ts";
import type { AgreementFacts } from "./standingFacts.ts";
import { addDays, isInForce } from "./windows.ts";

/** Key of the benefit whose invitation is the invitation to resell. */
export const resellerProgramKey = "Reseller_Program";

/** What R-25 needs of a partner account; small, and loaded once a run. */
export interface PartnerStanding {
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
}

/**
 * Whether a partner was invited and had the addendum in force on the close date.
 * Tier, scope and baseline are not tested; an exception is an invitation.
 */
export function isResaleAuthorized(partnerId: string, standing: PartnerStanding, closeDate: Day): boolean {
  const isInvited = standing.benefits.some(
    (benefit) =>
      benefit.partnerId === partnerId &&
      benefit.benefitKey === resellerProgramKey &&
      isInvitationInForce(benefit, closeDate),
  );
  return isInvited && isAgreementInForce(standing.agreements, partnerId, "Resale Partner Addendum", closeDate);
}

/** The days on which `isResaleAuthorized` changes its answer, in order; before the first it is no. */
export function resaleChanges(partnerId: string, standing: PartnerStanding): Day[] {
  const starts = [
    ...standing.agreements.map(({ effectiveDate }) => effectiveDate),
    ...standing.benefits.map(({ invitedDate }) => invitedDate),
  ];
  const ends = [
    ...standing.agreements.map(({ endDate }) => endDate),
    ...standing.benefits.map(({ invitationEndsDate }) => invitationEndsDate),
  ];
  const days = [...starts, ...ends.map((end) => end && addDays(end, 1))].filter((day) => day !== null);
  let isAuthorized = false;
  return [...new Set(days)].sort().filter((day) => {
    const was = isAuthorized;
    isAuthorized = isResaleAuthorized(partnerId, standing, day);
    return was !== isAuthorized;
  });
}

/** From the invited date to the end date, both included; no end date means none. */
export function isInvitationInForce(
  benefit: Pick<BenefitFacts, "invitedDate" | "invitationEndsDate">,
  on: Day,
): boolean {
  return isInForce(benefit.invitedDate, benefit.invitationEndsDate, on);
}
