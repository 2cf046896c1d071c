/** The status of one benefit for a partner, and why (R-30..R-32). */
import { isAgreementInForce } from "./agreements.ts";
import type { Day, PartnerFacts, TierName } from "./facts.ts";
import type { BenefitRule } from "./policy.ts";
import type { BenefitFacts, BenefitStatus } from "./programRecords.ts";
import { isInvitationInForce } from "./resale.ts";
import type { AgreementFacts } from "./standingFacts.ts";
import { isAbove } from "./tier.ts";

export interface BenefitCase {
  readonly partner: Pick<PartnerFacts, "id" | "status" | "focus">;
  readonly tierAfter: TierName | null;
  readonly isBaselineInForce: boolean;
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
}

export interface BenefitFinding {
  readonly status: BenefitStatus;
  readonly reason: string | null;
}

/** the first that holds. */
export function benefitFinding(
  rule: BenefitRule,
  rows: readonly BenefitFacts[],
  partnerCase: BenefitCase,
  asOf: Day,
): BenefitFinding {
  return (
    membershipBlock(partnerCase) ??
    tierBlock(rule, partnerCase) ??
    invitationBlock(rule, rows, asOf) ??
    agreementBlock(rule, partnerCase, asOf) ?? {
      status: "Available",
      reason: null,
    }
  );
}

/** The tier, then the scope: neither is a matter of paper. */
function tierBlock(rule: BenefitRule, { partner, tierAfter }: BenefitCase): BenefitFinding | null {
  if (isAbove(rule.lowestTier, tierAfter))
    return {
      status: "Tier Too Low",
      reason: `From ${rule.lowestTier} on (R-30).`,
    };
  if (isInScope(rule, partner.focus)) return null;
  const scope = rule.productScope.join(" or ");
  return {
    status: "Not In Scope",
    reason: `For partners with a focus on ${scope} (R-31).`,
  };
}

function invitationBlock(rule: BenefitRule, rows: readonly BenefitFacts[], asOf: Day): BenefitFinding | null {
  if (!rule.isByInvitation || rows.some((r) => isInvitationInForce(r, asOf))) return null;
  return { status: "Invitation Needed", reason: "By invitation only (R-30)." };
}

function agreementBlock(rule: BenefitRule, { partner, agreements }: BenefitCase, asOf: Day): BenefitFinding | null {
  const missing = rule.agreements.filter((type) => !isAgreementInForce(agreements, partner.id, type, asOf));
  if (missing.length === 0) return null;
  return {
    status: "Agreement Needed",
    reason: `Not in force: ${missing.join(", ")} (R-32).`,
  };
}

/** R-6, then R-7; null = not blocked. */
function membershipBlock({ partner, isBaselineInForce }: BenefitCase): BenefitFinding | null {
  const status = "Membership Blocked";
  if (partner.status !== "Enrolled") return { status, reason: `Membership: ${partner.status ?? "none"} (R-6).` };
  if (isBaselineInForce) return null;
  const reason = "The Baseline Partner Agreement is not in force (R-7).";
  return { status, reason };
}

/** */
export function isInScope(rule: BenefitRule, focus: readonly string[]): boolean {
  return rule.productScope.length === 0 || rule.productScope.some((product) => focus.includes(product));
}
