/** Days and moments as the texts that CSV files hold. Plain UTC arithmetic: no zone, no machine clock. */

/** Calendar date, `YYYY-MM-DD`. */
export type Day = string;
/** ISO moment in UTC, `2023-05-01T18:00:00Z`. */
export type Moment = string;

const dayLength = 86_400_000;

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** 18:00 UTC unless told: the same calendar date in Los Angeles. */
export function momentOn(day: Day, hour = 18, minute = 0): Moment {
  const padded = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return `${day}T${padded}:00Z`;
}

/** The UTC date of a moment. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
