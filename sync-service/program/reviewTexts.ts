/** What a review rests on, and how it is told (R-13..R-16). */
import type { TierMove } from "./decision.ts";
import type { CountedDeal } from "./countedDeals.ts";
import { dayText } from "./dayText.ts";
import type { PartnerEvaluation, Qualification } from "./evaluation.ts";
import type { PartnerFacts } from "./facts.ts";
import { formatUsd } from "./money.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { ReviewFacts, ReviewType } from "./programRecords.ts";
import type { MoveOutcome } from "./tierMoves.ts";
import type { ProgramWindows } from "./windows.ts";

export interface ReviewCase {
  readonly partner: PartnerFacts;
  readonly evaluation: PartnerEvaluation;
  readonly outcome: MoveOutcome;
  readonly windows: ProgramWindows;
  readonly policy: ProgramPolicy;
  readonly deals: readonly CountedDeal[];
  /** This year's annual review as the history has it; null = none. */
  readonly annualReview: ReviewFacts | null;
  /** The partner's reviews of this year and the last, of every type. */
  readonly reviews: readonly ReviewFacts[];
}

/** What a review rests on. */
export interface Basis {
  readonly window: ProgramWindows["trailing"];
  readonly earr: PartnerEvaluation["revenue"]["trailing"];
  readonly qualification: Qualification;
}

/** Annual reviews rest on the calendar year, all others on the trailing window. */
export function basisOf(
  type: ReviewType,
  { revenue, annual, trailing }: PartnerEvaluation,
  windows: ProgramWindows,
): Basis {
  return type === "Annual"
    ? {
        window: windows.annual,
        earr: revenue.annualWindow,
        qualification: annual,
      }
    : {
        window: windows.trailing,
        earr: revenue.trailing,
        qualification: trailing,
      };
}

const wording: Readonly<Record<ReviewType, string>> = {
  Enrollment: "Enrolled as Registered (R-13)",
  "Mid-Year": "Advanced at mid-year (R-14)",
  Annual: "Annual review (R-15)",
  Designation: "Designation changed by hand (R-4)",
};

/** One review in words; being history, it names its dates. */
export function describeMove(
  { type, from, to }: TierMove,
  status: "Provisional" | "Published",
  { window, earr, qualification }: Basis,
  { evaluation, policy }: ReviewCase,
): string {
  const { technical, salesTrained } = evaluation.resources;
  const state = status === "Provisional" ? ", provisional (R-16)" : "";
  return (
    `${wording[type]}${state}: ${from ?? "no tier"} to ${to}. ` +
    `Qualified for ${qualification.tier} (R-3) from ${dayText(window.start)} to ${dayText(window.end)}: ` +
    `${formatUsd(earr)} eARR, ${technical.length} technical and ` +
    `${salesTrained.length} sales-trained resources. Policy: ${policy.label}.`
  );
}
