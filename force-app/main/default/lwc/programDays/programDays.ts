/** A calendar day of the programme, `YYYY-MM-DD`; it has no time zone. */
export type Day = string;

const DAY_MS = 86_400_000;

const atMidnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later; earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  return new Date(atMidnight(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative when the second is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((atMidnight(to) - atMidnight(from)) / DAY_MS);
}

/** The calendar day of an instant in a time zone such as `America/Los_Angeles`. */
export function dayInZone(instant: string, timeZone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(instant));
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The day so many business days later: Mondays to Fridays; holidays are nobody's to know here. */
export function addBusinessDays(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, 1);
    const weekday = new Date(atMidnight(found)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return found;
}
