/** Whether a partner validly took part in a won opportunity. */
import type { AttributionFacts, CreditReason, OpportunityFacts, RegistrationFacts } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";

/** The best that a partner's approved registrations of one opportunity give. */
export type Approval = "in time" | "late" | "none";

export interface Participation {
  /** The way that holds; null = neither. */
  readonly way: "R-22" | "R-23" | null;
  /** Why neither holds. */
  readonly reason: CreditReason | null;
}

/**
 * Judges the approved registrations of one partner for one opportunity:
 * only their own partner and opportunity decide, as they stand now.
 */
export function approvalOf(
  registrations: readonly RegistrationFacts[],
  partnerId: string,
  opportunity: OpportunityFacts,
  policy: ProgramPolicy,
): Approval {
  const approved = registrations.filter((r) => r.partnerId === partnerId && isApprovedFor(r, opportunity));
  if (approved.length === 0) return "none";
  const hasTimely = approved.some((r) => isTimely(r, opportunity, policy));
  return hasTimely ? "in time" : "late";
}

export function isApprovedFor(registration: RegistrationFacts, opportunity: OpportunityFacts): boolean {
  return registration.status === "Approved" && registration.opportunityId === opportunity.id;
}

/** The way in which an attribution of a closed-won opportunity is valid, or why it is not. */
export function participationOf(
  attribution: AttributionFacts,
  opportunity: OpportunityFacts,
  approval: Approval,
  policy: ProgramPolicy,
): Participation {
  if (wasAddedBeforeClose(attribution, opportunity, policy)) return { way: "R-22", reason: null };
  if (approval === "in time") return { way: "R-23", reason: null };
  return { way: null, reason: refusal(attribution, approval) };
}

function wasAddedBeforeClose(
  attribution: AttributionFacts,
  opportunity: OpportunityFacts,
  policy: ProgramPolicy,
): boolean {
  if (attribution.source !== "Twilio Sales" || attribution.createdAt === null) return false;
  return policy.isSameInstantCounted
    ? attribution.createdAt <= opportunity.closedAt
    : attribution.createdAt < opportunity.closedAt;
}

function isTimely(registration: RegistrationFacts, opportunity: OpportunityFacts, policy: ProgramPolicy): boolean {
  if (registration.isLateClaimApproved || !policy.isLateClaimNeeded) return true;
  return registration.submittedAt !== null && registration.submittedAt <= opportunity.closedAt;
}

function refusal(attribution: AttributionFacts, approval: Approval): CreditReason {
  if (attribution.source === "Twilio Sales") return "Added After Close";
  return approval === "late" ? "Registration Submitted After Close" : "Registration Not Approved";
}
