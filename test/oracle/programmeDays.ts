const zone = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Los_Angeles",
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
});

/** A day some days later; earlier where `count` is negative. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** An instant some seconds later, without milliseconds. */
export function addSeconds(instant: string, count: number): string {
  return `${new Date(Date.parse(instant) + count * 1000).toISOString().slice(0, 19)}Z`;
}

/** The instant at which a day begins in the programme's zone, which is 7 or 8 hours behind. */
export function startOfDay(day: string): string {
  const early = `${day}T07:00:00Z`;
  return zone.format(new Date(early)).includes("00:00:00") ? early : `${day}T08:00:00Z`;
}

/** Moments at which a programme is looked at, and their day in Los Angeles: where years, quarters and leap days turn. */
const moments = [
  ["2023-12-15T20:00:00Z", "2023-12-15"],
  ["2024-01-01T06:00:00Z", "2023-12-31"],
  ["2024-01-01T08:00:01Z", "2024-01-01"],
  ["2024-02-29T20:00:00Z", "2024-02-29"],
  ["2024-03-01T09:00:00Z", "2024-03-01"],
  ["2024-04-01T05:30:00Z", "2024-03-31"],
  ["2024-04-01T07:00:01Z", "2024-04-01"],
  ["2025-01-01T06:30:00Z", "2024-12-31"],
  ["2025-01-01T09:00:00Z", "2025-01-01"],
  ["2025-03-01T07:00:00Z", "2025-02-28"],
  ["2023-07-01T05:00:00Z", "2023-06-30"],
  ["2023-11-05T20:00:00Z", "2023-11-05"],
] as const;

/** The days on which something turns, seen from one as-of date. */
export interface ProgrammeDays {
  /** The moment at which the org lives. */
  readonly now: string;
  readonly asOf: string;
  readonly year: number;
  readonly trailing: readonly [string, string];
  readonly annual: readonly [string, string];
  readonly quarter: readonly [string, string];
}

function lastQuarter(asOf: string): readonly [string, string] {
  const ends = [Number(asOf.slice(0, 4)) - 1, Number(asOf.slice(0, 4))].flatMap((year) => [
    [`${year}-01-01`, `${year}-03-31`] as const,
    [`${year}-04-01`, `${year}-06-30`] as const,
    [`${year}-07-01`, `${year}-09-30`] as const,
    [`${year}-10-01`, `${year}-12-31`] as const,
  ]);
  const ended = ends.filter(([, end]) => end <= asOf).at(-1);
  if (ended === undefined) throw new Error(`No quarter ended by ${asOf}`);
  return ended;
}

/** The days of a programme looked at in the given one of the moments. */
export function programmeDays(choice: number): ProgrammeDays {
  const [now, asOf] = moments[choice % moments.length] ?? moments[0];
  const year = Number(asOf.slice(0, 4));
  return {
    now,
    asOf,
    year,
    trailing: [addDays(asOf, -364), asOf],
    annual: [`${year - 1}-01-01`, `${year - 1}-12-31`],
    quarter: lastQuarter(asOf),
  };
}
