/** What every decision has, whatever the partner's status. */
import { isBaselineInForce } from "./agreements.ts";
import { decideBenefits, totalsOf } from "./benefits.ts";
import type { DecisionInput, PartnerDecision } from "./decision.ts";
import type { Day, StoredPartner } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { changedFields } from "./storedPartner.ts";

type DecisionFrame = Pick<
  PartnerDecision,
  | "partnerId"
  | "partnerName"
  | "status"
  | "policyName"
  | "tierBefore"
  | "tierAfter"
  | "stored"
  | "isChanged"
  | "benefits"
  | "benefitTotals"
>;

/** Benefits follow the tier after the run. */
export function decisionFrame(
  input: DecisionInput,
  stored: StoredPartner,
  policy: ProgramPolicy,
  asOf: Day,
): DecisionFrame {
  const { partner } = input;
  const isBaseline = isBaselineInForce(input.agreements, partner.id, asOf);
  const benefitCase = { ...input, tierAfter: stored.tier, isBaselineInForce: isBaseline };
  const benefits = decideBenefits(benefitCase, policy, asOf);
  return {
    partnerId: partner.id,
    partnerName: partner.name,
    status: partner.status,
    policyName: policy.name,
    tierBefore: partner.stored.tier,
    tierAfter: stored.tier,
    stored,
    isChanged: changedFields(partner.stored, stored).length > 0,
    benefits,
    benefitTotals: totalsOf(benefits),
  };
}
