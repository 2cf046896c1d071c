/** Why one attribution counts or does not, which windows it is in, and who can mend it. */
import type Big from "big.js";
import type { JudgedAttribution } from "./creditCase.ts";
import type { CreditReason, CreditStatus, Day, OpportunityFacts } from "./facts.ts";
import type { Verdict } from "./verdict.ts";
import { isWithin, type ProgramWindows } from "./windows.ts";

export type WindowName = "trailing" | "annual" | "yearToDate" | "future";

export interface AttributionExplanation {
  readonly attributionId: string | null;
  readonly opportunityId: string;
  readonly opportunityName: string | null;
  readonly closeDate: Day;
  readonly status: CreditStatus;
  readonly reason: CreditReason | null;
  /** US dollars. */
  readonly creditUsd: Big;
  readonly resoldUsd: Big;
  readonly isResaleUnauthorized: boolean;
  readonly rule: string;
  /** The verdict in words. */
  readonly clause: string;
  /** Where its credit counts as of the run's date (R-10..R-12); none unless Counted. */
  readonly windows: readonly WindowName[];
  /** What would mend it, and who can; null = nothing to mend. */
  readonly advice: string | null;
}

/** Explains one judged attribution as of the windows' date. */
export function explainAttribution(
  { attribution, verdict }: JudgedAttribution,
  opportunity: OpportunityFacts,
  windows: ProgramWindows,
): AttributionExplanation {
  return {
    attributionId: attribution.id,
    opportunityId: opportunity.id,
    opportunityName: opportunity.name ?? null,
    closeDate: opportunity.closeDate,
    status: verdict.status,
    reason: verdict.reason,
    creditUsd: verdict.creditUsd,
    resoldUsd: verdict.resoldUsd,
    isResaleUnauthorized: verdict.isResaleUnauthorized,
    rule: verdict.rule,
    clause: clauseOf(verdict),
    windows: windowsOf(verdict, opportunity.closeDate, windows),
    advice: adviceFor(verdict),
  };
}

const clauses: Readonly<Record<CreditReason, string>> = {
  Duplicate: "Another row of this partner on this opportunity counts",
  "Added After Close": "Twilio sales added the partner after the close, and no approved deal registration holds",
  "Registration Not Approved": "No deal registration of this partner for this opportunity is approved",
  "Registration Submitted After Close":
    "The approved deal registration was submitted after the close, without an approved late claim",
  "No eARR": "No eARR is recorded",
  "Professional Services Only": "Every line is professional services",
  "Currency Rate Missing": "No exchange rate to US dollars is in force on the close date",
};

const advices: Readonly<Record<CreditReason, string | null>> = {
  Duplicate: null,
  "Added After Close":
    "The partner can submit a deal registration, the partner account manager approve it, and a program administrator its late claim (R-23)",
  "Registration Not Approved": "The partner account manager can decide the deal registration (R-23)",
  "Registration Submitted After Close": "A program administrator can approve the late claim (R-23)",
  "No eARR": "The account executive can record the eARR (R-20)",
  "Professional Services Only": null,
  "Currency Rate Missing": "A Salesforce administrator can add the dated exchange rate (R-21)",
};

function clauseOf(verdict: Verdict): string {
  if (verdict.reason !== null) return clauses[verdict.reason];
  if (verdict.status === "Pending") return "The opportunity is open";
  if (verdict.status === "Lost") return "The opportunity was lost";
  return verdict.rule === "R-22"
    ? "Twilio sales added the partner before the close"
    : "The partner has an approved deal registration for the opportunity";
}

function adviceFor(verdict: Verdict): string | null {
  if (verdict.reason !== null) return advices[verdict.reason];
  return verdict.isResaleUnauthorized
    ? "Counts in full, partly or wholly as influenced; for resale the invitation and the Resale Partner Addendum must be in force on the close date (a program administrator records both), and some product families are never resold (R-25)"
    : null;
}

function windowsOf(
  { status }: Verdict,
  closeDate: Day,
  { asOf, trailing, annual, yearToDate }: ProgramWindows,
): WindowName[] {
  if (status !== "Counted") return [];
  if (closeDate > asOf) return ["future"];
  const names: WindowName[] = [];
  if (isWithin(trailing, closeDate)) names.push("trailing");
  if (isWithin(annual, closeDate)) names.push("annual");
  if (isWithin(yearToDate, closeDate)) names.push("yearToDate");
  return names;
}
