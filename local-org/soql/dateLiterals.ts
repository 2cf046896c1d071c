import { malformedQuery } from "./queryError.ts";

/** Days from `start` up to, not including, `end`; as YYYY-MM-DD. */
export interface DayRange {
  readonly start: string;
  readonly end: string;
}

type Unit = "days" | "weeks" | "months" | "years";

const UNITS: Readonly<Record<string, { unit: Unit; length: number }>> = {
  DAY: { unit: "days", length: 1 },
  WEEK: { unit: "weeks", length: 1 },
  MONTH: { unit: "months", length: 1 },
  QUARTER: { unit: "months", length: 3 },
  YEAR: { unit: "years", length: 1 },
  // The fiscal year of a new org starts in January, so fiscal periods are the calendar's.
  FISCAL_QUARTER: { unit: "months", length: 3 },
  FISCAL_YEAR: { unit: "years", length: 1 },
};

/** First day of the period; weeks start on Sunday, as in the en_US locale. */
function startOfPeriod(day: Temporal.PlainDate, name: string): Temporal.PlainDate {
  switch (name) {
    case "WEEK":
      return day.subtract({ days: day.dayOfWeek % 7 });
    case "MONTH":
      return day.with({ day: 1 });
    case "QUARTER":
    case "FISCAL_QUARTER":
      return day.with({
        day: 1,
        month: Math.floor((day.month - 1) / 3) * 3 + 1,
      });
    case "YEAR":
    case "FISCAL_YEAR":
      return day.with({ day: 1, month: 1 });
    default:
      return day;
  }
}

function period(today: Temporal.PlainDate, name: string, from: number, to: number): DayRange {
  const { unit, length } = UNITS[name]!;
  const start = startOfPeriod(today, name);
  return {
    start: start.add({ [unit]: from * length }).toString(),
    end: start.add({ [unit]: to * length }).toString(),
  };
}

const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  YESTERDAY: [-1, 0],
  TODAY: [0, 1],
  TOMORROW: [1, 2],
  // Both count from today: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
  LAST_90_DAYS: [-90, 1],
  NEXT_90_DAYS: [1, 91],
};

const RELATIVE = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(?:(LAST|NEXT)_N_(\w+?)S|N_(\w+?)S_AGO)$/;

function countedPeriod(today: Temporal.PlainDate, match: RegExpExecArray, count: number): DayRange {
  const [, direction, name = match[3]!] = match;
  if (direction === undefined) return period(today, name, -count, -count + 1);
  if (direction === "NEXT") return period(today, name, 1, count + 1);
  // LAST_N_DAYS takes today in, the longer periods leave the running one out.
  return period(today, name, -count, name === "DAY" ? 1 : 0);
}

/** The days that a date literal means on that day. */
export function dayRangeOf(name: string, count: number | null, today: Temporal.PlainDate): DayRange {
  const days = NAMED[name];
  if (days) return period(today, "DAY", days[0], days[1]);
  const relative = RELATIVE.exec(name);
  if (relative) {
    const from = { LAST: -1, THIS: 0, NEXT: 1 }[relative[1] as "LAST" | "THIS" | "NEXT"];
    return period(today, relative[2]!, from, from + 1);
  }
  const counted = COUNTED.exec(name);
  if (!counted || count === null || !UNITS[counted[2] ?? counted[3]!])
    throw malformedQuery(`unexpected token: '${name}'`);
  return countedPeriod(today, counted, count);
}

/** The calendar day in that zone. */
export function dayIn(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The moment, in UTC, at which that day starts in the zone. */
export function startOfDay(day: string, timeZone: string): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds).toISOString();
}
