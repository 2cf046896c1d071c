/** Closings that a clock or a hand could have put on either side of a line: listed, never shifted. */
import type { AttributionFacts, Day, Instant, OpportunityFacts } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { dayOf, yearOf } from "./windows.ts";

export type BoundaryKind =
  /** The close date lies in another year than the close moment in the programme's zone. */
  | "Close Year Differs"
  /** A won deal was reopened after its close date, and a partner was added before it closed again. */
  | "Reopened To Attach"
  /** A partner was added just after the close. */
  | "Added Just After Close"
  /** Closed won with a date that is still to come. */
  | "Close Date In Future";

export interface BoundaryCase {
  readonly kind: BoundaryKind;
  readonly rule: string;
  readonly opportunityId: string;
  /** null where the opportunity itself is meant, or the row is still to be added. */
  readonly attributionId: string | null;
  readonly partnerId: string | null;
}

const hour = 3_600_000;

/** An opportunity with the rows of partner accounts on it; the verdicts make no difference. */
export interface Closing {
  readonly opportunity: OpportunityFacts;
  readonly attributions: readonly { readonly attribution: AttributionFacts }[];
}

/** The boundary cases of one opportunity; none unless it is closed won. */
export function boundaryCases(
  { opportunity, attributions }: Closing,
  policy: ProgramPolicy,
  asOf: Day,
): BoundaryCase[] {
  if (!opportunity.isWon || !opportunity.isClosed) return [];
  const cases = attributions.flatMap((row) => rowCases(row, opportunity, policy));
  const deal = {
    opportunityId: opportunity.id,
    attributionId: null,
    partnerId: null,
  };
  if (!isInYear(opportunity.closedAt, yearOf(opportunity.closeDate), policy))
    cases.push({ ...deal, kind: "Close Year Differs", rule: "R-9" });
  if (opportunity.closeDate > asOf) cases.push({ ...deal, kind: "Close Date In Future", rule: "R-12" });
  return cases;
}

function rowCases(
  { attribution }: { readonly attribution: AttributionFacts },
  opportunity: OpportunityFacts,
  policy: ProgramPolicy,
): BoundaryCase[] {
  const { createdAt, source } = attribution;
  if (createdAt === null || source !== "Twilio Sales") return [];
  const row = {
    opportunityId: opportunity.id,
    attributionId: attribution.id,
    partnerId: attribution.partnerId,
    rule: "R-22",
  };
  const late = createdAt - opportunity.closedAt;
  if (late > 0 && late <= policy.boundaryMinutes * 60_000) return [{ ...row, kind: "Added Just After Close" }];
  const isAfterCloseDate = late <= 0 && isDayAfter(createdAt, opportunity.closeDate, policy);
  // Past its own close date, yet before the last closing: it was open again in between.
  return isAfterCloseDate ? [{ ...row, kind: "Reopened To Attach" }] : [];
}

/** Before 10:00 UTC it is nowhere the next day yet, so most moments need no look at the zone. */
function isDayAfter(moment: Instant, day: Day, policy: ProgramPolicy): boolean {
  if (moment < Date.parse(day) + 10 * hour) return false;
  return dayOf(moment, policy.timeZone) > day;
}

/** Zones differ from UTC by less than 15 hours, so most moments need no look at the zone. */
function isInYear(moment: Instant, year: number, policy: ProgramPolicy): boolean {
  const earliest = new Date(moment - 15 * hour).getUTCFullYear();
  const latest = new Date(moment + 15 * hour).getUTCFullYear();
  if (earliest === latest) return earliest === year;
  return yearOf(dayOf(moment, policy.timeZone)) === year;
}
