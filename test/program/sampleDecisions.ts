/** Decisions about sample partners, and what the next run finds. */
import { decidePartner } from "../../sync-service/program/decidePartner.ts";
import type { DecisionInput, PartnerDecision } from "../../sync-service/program/decision.ts";
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import type { ReviewFacts } from "../../sync-service/program/programRecords.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, benefit, partner, revenue } from "./sample.ts";

export function input(given: Partial<DecisionInput> = {}): DecisionInput {
  return {
    partner: partner(),
    revenue: revenue(0),
    deals: [],
    training: [],
    agreements: [agreement()],
    benefits: [],
    reviews: [],
    activity: { wasRegistrationSubmitted: true, wasAttributionCreated: false },
    publishAnnual: false,
    ...given,
  };
}

export function decide(
  given: Partial<DecisionInput> = {},
  policy: ProgramPolicy = policy2023,
  on = asOf,
): PartnerDecision {
  return decidePartner(input(given), policy, on);
}

/** The org after a run wrote its decision: what the next run will read. */
export function afterRun(before: DecisionInput, decision: PartnerDecision): DecisionInput {
  const written: ReviewFacts[] = decision.reviews.map((r) => ({
    ...r,
    id: r.key,
  }));
  const keys = new Set(written.map((r) => r.key));
  return {
    ...before,
    partner: { ...before.partner, stored: decision.stored },
    reviews: [...before.reviews.filter((r) => r.key === null || !keys.has(r.key)), ...written],
    benefits: decision.benefits.map((b) => ({
      ...(before.benefits.find((old) => old.id === b.rowId) ?? benefit(b.benefitKey)),
      storedStatus: b.status,
      storedIsAvailable: b.isAvailable,
      storedReason: b.reason,
    })),
  };
}
