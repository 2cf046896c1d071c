/** Approval adds the partner to the opportunity. */
import type { AttributionFacts, OpportunityFacts, RegistrationFacts } from "./facts.ts";
import { isApprovedFor } from "./participation.ts";

/**
 * The rows a run has to add: one for each partner with an approved registration
 * of this opportunity and no row on it; on open, lost and won ones alike, late
 * registrations included. Ascending by partner id.
 */
export function registeredAttributions(
  opportunity: OpportunityFacts,
  attributions: readonly AttributionFacts[],
  registrations: readonly RegistrationFacts[],
): AttributionFacts[] {
  const present = new Set(attributions.map((row) => row.partnerId));
  const missing = registrations
    .filter((r) => isApprovedFor(r, opportunity) && !present.has(r.partnerId))
    .sort(bySubmission);
  const firstOf = new Map<string, RegistrationFacts>();
  for (const registration of missing)
    if (!firstOf.has(registration.partnerId)) firstOf.set(registration.partnerId, registration);
  return [...firstOf.values()]
    .sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1))
    .map((registration) => newRow(opportunity, registration));
}

function newRow(opportunity: OpportunityFacts, registration: RegistrationFacts): AttributionFacts {
  return {
    id: null,
    opportunityId: opportunity.id,
    partnerId: registration.partnerId,
    source: "Deal Registration",
    role: "Influenced",
    registrationId: registration.id,
    createdAt: null,
    stored: {
      status: null,
      reason: null,
      creditUsd: null,
      isResaleUnauthorized: false,
    },
  };
}

/** Earliest first, so that the row links the registration that came first; then by id. */
function bySubmission(a: RegistrationFacts, b: RegistrationFacts): number {
  const difference = (a.submittedAt ?? Infinity) - (b.submittedAt ?? Infinity);
  if (difference < 0 || difference > 0) return difference;
  return a.id < b.id ? -1 : 1;
}
