/**
 * The verdicts of every attribution of one opportunity (R-19..R-27): a pure
 * function of that opportunity and what hangs on it, so that ten million
 * attributions can stream through. Independent of the as-of date.
 */
import type { CreditContext, JudgedAttribution, JudgedOpportunity, OpportunityCase } from "./creditCase.ts";
import type { AttributionFacts, OpportunityFacts, RegistrationFacts } from "./facts.ts";
import { zero } from "./money.ts";
import { type OpportunityRevenue, opportunityRevenue, resoldPart } from "./opportunityRevenue.ts";
import { type Approval, approvalOf, participationOf } from "./participation.ts";
import { registeredAttributions } from "./registeredAttributions.ts";
import { isResaleAuthorized } from "./resale.ts";
import type { Verdict } from "./verdict.ts";
import * as verdicts from "./verdictOf.ts";

/** What stays the same for every row of one opportunity. */
interface Hearing extends CreditContext {
  readonly opportunity: OpportunityFacts;
  readonly registrations: readonly RegistrationFacts[];
  readonly revenue: OpportunityRevenue;
}

/** Judges an opportunity; the rows it adds for approved registrations come last. */
export function judgeOpportunity(
  { opportunity, attributions, registrations }: OpportunityCase,
  context: CreditContext,
): JudgedOpportunity {
  const added = registeredAttributions(opportunity, attributions, registrations);
  const rows = [...attributions, ...added].filter((row) => context.standingOf(row.partnerId) !== null);
  const revenue = opportunityRevenue(opportunity, context.policy, context.conversion);
  const hearing = { ...context, opportunity, registrations, revenue };
  const byPartner = Map.groupBy(rows, (row) => row.partnerId);
  const judged = [...byPartner.values()].flatMap((own) => judgePartner(own, hearing));
  const isCounted = judged.some(({ verdict }) => verdict.status === "Counted");
  return {
    opportunity,
    attributions: judged,
    creditOnceUsd: isCounted ? revenue.totalUsd : zero,
  };
}

function judgePartner(rows: readonly AttributionFacts[], hearing: Hearing): JudgedAttribution[] {
  const { opportunity } = hearing;
  if (!opportunity.isClosed) return rows.map((row) => judged(row, verdicts.pending));
  if (!opportunity.isWon) return rows.map((row) => judged(row, verdicts.lost));
  return judgeWon([...rows].sort(byCreation), hearing);
}

/** the earliest valid row counts; while there is one, every other is a duplicate. */
function judgeWon(rows: readonly AttributionFacts[], hearing: Hearing): JudgedAttribution[] {
  const approval = approvalFor(rows, hearing);
  const parts = rows.map((row) => participationOf(row, hearing.opportunity, approval, hearing.policy));
  const first = parts.findIndex((part) => part.way !== null);
  return rows.map((row, index) => {
    const part = parts[index];
    if (part && part.way !== null && index === first) return judged(row, creditOf(row, part.way, hearing));
    if (first >= 0) return judged(row, verdicts.duplicate);
    return judged(row, verdicts.excluded(part?.reason ?? "Added After Close"));
  });
}

function approvalFor(rows: readonly AttributionFacts[], { registrations, opportunity, policy }: Hearing): Approval {
  const partnerId = rows[0]?.partnerId ?? "";
  return approvalOf(registrations, partnerId, opportunity, policy);
}

/** Influenced, or resold as far as R-25 allows. */
function creditOf(
  row: AttributionFacts,
  way: "R-22" | "R-23",
  { revenue, opportunity, policy, conversion, standingOf }: Hearing,
): Verdict {
  const { reason, totalUsd } = revenue;
  if (reason !== null) return verdicts.excluded(reason);
  if (row.role === "Influenced") return verdicts.influenced(totalUsd, way);
  const standing = standingOf(row.partnerId);
  const { closeDate } = opportunity;
  if (!standing || !isResaleAuthorized(row.partnerId, standing, closeDate))
    return verdicts.resaleUnauthorized(totalUsd, way);
  const part = resoldPart(opportunity, totalUsd, policy, conversion);
  return verdicts.resold(totalUsd, part, way);
}

function judged(row: AttributionFacts, verdict: Verdict): JudgedAttribution {
  const isNew = row.id === null;
  const isChanged = isNew || !verdicts.isStoredAs(row.stored, verdict);
  return { attribution: row, verdict, isNew, isChanged };
}

/** By creation, then id in ASCII order; a row still to be created comes last. */
function byCreation(a: AttributionFacts, b: AttributionFacts): number {
  const difference = (a.createdAt ?? Infinity) - (b.createdAt ?? Infinity);
  if (difference < 0 || difference > 0) return difference;
  return (a.id ?? "") < (b.id ?? "") ? -1 : 1;
}
