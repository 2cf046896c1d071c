/** The verdicts that R-27 knows, each with the clause that decides it. */
import type Big from "big.js";
import type { CreditReason, StoredVerdict } from "./facts.ts";
import { zero } from "./money.ts";
import type { ResoldPart } from "./opportunityRevenue.ts";
import type { Verdict } from "./verdict.ts";

type Way = "R-22" | "R-23";

const ruleOfReason: Readonly<Record<CreditReason, string>> = {
  Duplicate: "R-24",
  "Added After Close": "R-22",
  "Registration Not Approved": "R-23",
  "Registration Submitted After Close": "R-23",
  "No eARR": "R-20",
  "Professional Services Only": "R-20",
  "Currency Rate Missing": "R-21",
};

const nothing = {
  reason: null,
  creditUsd: zero,
  influencedUsd: zero,
  resoldUsd: zero,
  isResaleUnauthorized: false,
};

export const pending: Verdict = { ...nothing, status: "Pending", rule: "R-27" };
export const lost: Verdict = { ...nothing, status: "Lost", rule: "R-27" };
export const duplicate: Verdict = excluded("Duplicate");

export function excluded(reason: CreditReason): Verdict {
  return { ...nothing, status: "Excluded", reason, rule: ruleOfReason[reason] };
}

export function influenced(creditUsd: Big, rule: Way): Verdict {
  return {
    ...nothing,
    status: "Counted",
    creditUsd,
    influencedUsd: creditUsd,
    rule,
  };
}

/** Marked Resold, but counts as influenced and is flagged. */
export function resaleUnauthorized(creditUsd: Big, rule: Way): Verdict {
  return { ...influenced(creditUsd, rule), isResaleUnauthorized: true };
}

/** Influenced is the total less the resold part, so that the two always add up. */
export function resold(creditUsd: Big, part: ResoldPart, rule: Way): Verdict {
  return {
    ...influenced(creditUsd, rule),
    influencedUsd: creditUsd.minus(part.resoldUsd),
    resoldUsd: part.resoldUsd,
    isResaleUnauthorized: part.hasLeftOutLines,
  };
}

/** Whether an attribution already holds this verdict. */
export function isStoredAs(stored: StoredVerdict, verdict: Verdict): boolean {
  return (
    stored.status === verdict.status &&
    stored.reason === verdict.reason &&
    stored.creditUsd !== null &&
    stored.creditUsd.eq(verdict.creditUsd) &&
    stored.isResaleUnauthorized === verdict.isResaleUnauthorized
  );
}
