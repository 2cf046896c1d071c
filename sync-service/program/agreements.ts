/** Agreements count for the account that signed them, never for its relatives. */
import type { Day } from "./facts.ts";
import type { AgreementFacts, AgreementType } from "./standingFacts.ts";
import { isInForce } from "./windows.ts";

/** Whether the partner itself has an agreement of a type in force on a day. */
export function isAgreementInForce(
  agreements: readonly AgreementFacts[],
  partnerId: string,
  type: AgreementType,
  on: Day,
): boolean {
  return agreements.some(
    (agreement) =>
      agreement.partnerId === partnerId &&
      agreement.type === type &&
      isInForce(agreement.effectiveDate, agreement.endDate, on),
  );
}

/** Whether the Baseline Partner Agreement is in force on a day. */
export function isBaselineInForce(agreements: readonly AgreementFacts[], partnerId: string, on: Day): boolean {
  return isAgreementInForce(agreements, partnerId, "Baseline Partner Agreement", on);
}
