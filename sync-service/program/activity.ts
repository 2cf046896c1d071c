/** Registered partners that did nothing in a quarter. A person decides; nothing follows by itself. */
import type { Day, Instant, PartnerFacts, TierName } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { rememberLast } from "./rememberLast.ts";
import type { TrainingFacts } from "./standingFacts.ts";
import type { QuarterActivity } from "./verdict.ts";
import { addDays, isWithin, startOfDay, yearOf } from "./windows.ts";

export interface Quarter {
  /** `2023-Q2`. */
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
  /** First moment of it in the programme's zone. */
  readonly from: Instant;
  /** First moment after it. */
  readonly until: Instant;
}

export interface ActivityCase {
  readonly partner: Pick<PartnerFacts, "id" | "enrolledDate">;
  readonly tierAfter: TierName;
  readonly activity: QuarterActivity;
  readonly training: readonly TrainingFacts[];
}

/** The last calendar quarter that ended on or before a day. */
export const lastQuarter = rememberLast((asOf: Day, timeZone: string): Quarter => {
  // The day after belongs to the quarter that follows the one sought.
  const after = addDays(asOf, 1);
  const year = yearOf(after);
  const index = Math.floor((Number(after.slice(5, 7)) - 1) / 3);
  const next = firstOfQuarter(year, index);
  const start = index === 0 ? firstOfQuarter(year - 1, 3) : firstOfQuarter(year, index - 1);
  return {
    name: `${yearOf(start)}-Q${index === 0 ? 4 : index}`,
    start,
    end: addDays(next, -1),
    from: startOfDay(start, timeZone),
    until: startOfDay(next, timeZone),
  };
});

/** Whether a submission or a creation falls into the quarter. */
export function isMomentIn(quarter: Quarter, moment: Instant | null): boolean {
  return moment !== null && quarter.from <= moment && moment < quarter.until;
}

/** The quarter that a partner is listed for; null = not listed. */
export function activityReview(
  { partner, tierAfter, activity, training }: ActivityCase,
  policy: ProgramPolicy,
  asOf: Day,
): string | null {
  if (tierAfter !== "Registered" || partner.enrolledDate === null) return null;
  const quarter = lastQuarter(asOf, policy.timeZone);
  const latest = addDays(quarter.end, -policy.activityExemptDays);
  if (partner.enrolledDate > latest) return null;
  const wasTrained = training.some(
    (t) => t.partnerId === partner.id && t.completedDate !== null && isWithin(quarter, t.completedDate),
  );
  const wasActive = wasTrained || activity.wasRegistrationSubmitted || activity.wasAttributionCreated;
  return wasActive ? null : quarter.name;
}

/** `index` 0 to 3. */
function firstOfQuarter(year: number, index: number): Day {
  const month = String(index * 3 + 1).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${month}-01`;
}
