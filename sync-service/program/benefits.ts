/** Benefits of a partner (R-6, R-7, R-30..R-33). */
import { isAgreementInForce } from "./agreements.ts";
import type { BenefitDecision } from "./decision.ts";
import type { Day, PartnerFacts, TierName } from "./facts.ts";
import type { BenefitRule, ProgramPolicy } from "./policy.ts";
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

interface Finding {
  readonly status: BenefitStatus;
  readonly reason: string | null;
}

/**
 * One decision a stored row, and one for each benefit without a row: of
 * Enrolled, Suspended and Deactivated partners; an Applicant gets no new rows.
 */
export function decideBenefits(
  partnerCase: BenefitCase,
  policy: ProgramPolicy,
  asOf: Day,
): BenefitDecision[] {
  const { partner, benefits } = partnerCase;
  if (partner.status === null) return [];
  const own = benefits.filter((b) => b.partnerId === partner.id);
  const rules = [...policy.benefitRules].sort((a, b) => a.order - b.order);
  return rules.flatMap((rule) => {
    const rows = own.filter((row) => row.benefitKey === rule.key);
    const finding = findingOf(rule, rows, partnerCase, asOf);
    if (rows.length > 0) return rows.map((row) => decisionOf(row, finding));
    if (partner.status === "Applicant") return [];
    return [decisionOf(noRow(partner.id, rule.key), finding)];
  });
}

/** the first that holds. */
function findingOf(
  rule: BenefitRule,
  rows: readonly BenefitFacts[],
  partnerCase: BenefitCase,
  asOf: Day,
): Finding {
  const { partner, tierAfter, agreements } = partnerCase;
  const block = membershipBlock(partnerCase);
  if (block) return { status: "Membership Blocked", reason: block };
  if (isAbove(rule.lowestTier, tierAfter))
    return {
      status: "Tier Too Low",
      reason: `From ${rule.lowestTier} on (R-30).`,
    };
  if (!isInScope(rule, partner.focus))
    return {
      status: "Not In Scope",
      reason: `For partners with a focus on ${rule.productScope.join(" or ")} (R-31).`,
    };
  if (rule.isByInvitation && !rows.some((r) => isInvitationInForce(r, asOf)))
    return {
      status: "Invitation Needed",
      reason: "By invitation only (R-30).",
    };
  const missing = rule.agreements.filter(
    (type) => !isAgreementInForce(agreements, partner.id, type, asOf),
  );
  if (missing.length > 0)
    return {
      status: "Agreement Needed",
      reason: `Not in force: ${missing.join(", ")} (R-32).`,
    };
  return { status: "Available", reason: null };
}

/** R-6, then R-7; null = not blocked. */
function membershipBlock({
  partner,
  isBaselineInForce,
}: BenefitCase): string | null {
  if (partner.status !== "Enrolled")
    return `Membership: ${partner.status ?? "none"} (R-6).`;
  return isBaselineInForce
    ? null
    : "The Baseline Partner Agreement is not in force (R-7).";
}

function isInScope(rule: BenefitRule, focus: readonly string[]): boolean {
  return (
    rule.productScope.length === 0 ||
    rule.productScope.some((product) => focus.includes(product))
  );
}

function decisionOf(row: BenefitFacts, finding: Finding): BenefitDecision {
  const { status, reason } = finding;
  const isAvailable = status === "Available";
  return {
    rowId: row.id,
    partnerId: row.partnerId,
    benefitKey: row.benefitKey,
    status,
    isAvailable,
    reason,
    isChanged:
      row.id === null ||
      row.storedStatus !== status ||
      row.storedIsAvailable !== isAvailable ||
      row.storedReason !== reason,
    isLost: row.storedIsAvailable && !isAvailable,
    isGained: isAvailable && !row.storedIsAvailable,
  };
}

function noRow(partnerId: string, benefitKey: string): BenefitFacts {
  return {
    id: null,
    partnerId,
    benefitKey,
    invitedDate: null,
    invitationEndsDate: null,
    storedStatus: null,
    storedIsAvailable: false,
    storedReason: null,
  };
}
