/** What a tripped guard says, and what all guards count by. */

export type GuardCode =
  "DEMOTIONS" | "TIER_CHANGES" | "BENEFIT_CHANGES" | "ROWS_DROP" | "INPUT_EMPTY" | "RATES_UNREADABLE" | "RATES_MISSING";

export interface GuardFinding {
  readonly code: GuardCode;
  /** What it is about where one guard watches several things; null = the programme. */
  readonly subject: string | null;
  /** Why, for the run's `Held_Reason__c`. */
  readonly reason: string;
}

/**
 * Percentages say nothing about a handful: below so many partners or rows one
 * ordinary move would be a landslide. Demotions have a count beside their share.
 */
const leastPopulation = 20;

/** What an approval names: letting one object's missing rows through lets no other's through. */
export function guardLabel({ code, subject }: GuardFinding): string {
  return subject === null ? code : `${code}:${subject}`;
}

/** Compared without a division: percentages need no rounding. */
export function exceeds(part: number, whole: number, percent: number): boolean {
  return whole >= leastPopulation && part * 100 > whole * percent;
}
