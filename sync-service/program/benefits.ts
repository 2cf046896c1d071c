/** The benefit rows of a partner (R-6, R-30..R-33). */
import { benefitFinding, type BenefitCase, type BenefitFinding } from "./benefitFinding.ts";
import type { BenefitDecision, BenefitTotals } from "./decision.ts";
import type { Day } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { BenefitFacts } from "./programRecords.ts";

/**
 * One decision a stored row, and one for each benefit without a row: of
 * Enrolled, Suspended and Deactivated partners; an Applicant gets no new rows.
 */
export function decideBenefits(partnerCase: BenefitCase, policy: ProgramPolicy, asOf: Day): BenefitDecision[] {
  const { partner, benefits } = partnerCase;
  if (partner.status === null) return [];
  const own = benefits.filter((b) => b.partnerId === partner.id);
  const rules = [...policy.benefitRules].sort((a, b) => a.order - b.order);
  return rules.flatMap((rule) => {
    const rows = own.filter((row) => row.benefitKey === rule.key);
    const finding = benefitFinding(rule, rows, partnerCase, asOf);
    if (rows.length > 0) return rows.map((row) => decisionOf(row, finding));
    if (partner.status === "Applicant") return [];
    return [decisionOf(noRow(partner.id, rule.key), finding)];
  });
}

/** Rows that exist only: what opens or closes with a new row was not there before. */
export function totalsOf(benefits: readonly BenefitDecision[]): BenefitTotals {
  const rows = benefits.filter(({ rowId }) => rowId !== null);
  return {
    rows: rows.length,
    open: rows.filter((row) => row.isLost || (row.isAvailable && !row.isGained)).length,
    gained: rows.filter(({ isGained }) => isGained).length,
    lost: rows.filter(({ isLost }) => isLost).length,
  };
}

function decisionOf(row: BenefitFacts, finding: BenefitFinding): BenefitDecision {
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
