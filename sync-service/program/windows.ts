/** Dates of the programme (R-9..R-12): days, windows, and days of instants in the programme's zone. */
import type { Day, Instant } from "./facts.ts";
import { rememberLast } from "./rememberLast.ts";

/** Both ends included. */
export interface DateWindow {
  readonly start: Day;
  readonly end: Day;
}

export interface ProgramWindows {
  readonly asOf: Day;
  /** exactly so many dates, ending with the as-of date. */
  readonly trailing: DateWindow;
  /** the calendar year before the as-of date's. */
  readonly annual: DateWindow;
  /** the as-of date's year up to that date. */
  readonly yearToDate: DateWindow;
}

/** The windows of one as-of date; `trailingDays` is the policy's (365). */
export const windowsAsOf = rememberLast((asOf: Day, trailingDays: number): ProgramWindows => {
  const year = yearOf(asOf);
  return {
    asOf,
    trailing: { start: addDays(asOf, 1 - trailingDays), end: asOf },
    annual: { start: firstDayOf(year - 1), end: lastDayOf(year - 1) },
    yearToDate: { start: firstDayOf(year), end: asOf },
  };
});

export function isWithin(window: DateWindow, day: Day): boolean {
  return window.start <= day && day <= window.end;
}

/** In force on a day: started, and not ended before it. A missing start is never in force. */
export function isInForce(start: Day | null, end: Day | null, on: Day): boolean {
  return start !== null && start <= on && (end === null || end >= on);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function firstDayOf(year: number): Day {
  return `${String(year).padStart(4, "0")}-01-01`;
}

export function lastDayOf(year: number): Day {
  return `${String(year).padStart(4, "0")}-12-31`;
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The calendar date of a moment in an IANA time zone. */
export function dayOf(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first moment of a calendar date in an IANA time zone. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}
