import { rowsOf, type Connection } from "c/programAnswer";
import type { ProgramClock } from "c/programClock";
import { addDays, daysBetween, type Day } from "c/programDays";
import { toCents } from "c/usdAmount";
import type { CreditNode } from "./historyAnswer";

export interface EarrPoint {
  readonly day: Day;
  readonly cents: bigint;
}

export interface EarrSeries {
  /** The trailing window day by day, by the verdicts as they stand now. */
  readonly past: readonly EarrPoint[];
  /** What is left of it from now on, unless new deals close. */
  readonly future: readonly EarrPoint[];
}

const STEP_DAYS = 7;
const PAST_DAYS = 728;
const FUTURE_DAYS = 182;

interface Credit {
  readonly closeDate: Day;
  readonly cents: bigint;
}

function windowSum(credits: readonly Credit[], end: Day, windowDays: number): bigint {
  const start = addDays(end, 1 - windowDays);
  return credits.reduce(
    (sum, { closeDate, cents }) => (closeDate >= start && closeDate <= end ? sum + cents : sum),
    0n,
  );
}

function stepsFrom(first: Day, last: Day): Day[] {
  const count = Math.floor(daysBetween(first, last) / STEP_DAYS);
  // Counted back from the end, so that it is always there.
  return Array.from({ length: count + 1 }, (_, at) => addDays(last, (at - count) * STEP_DAYS));
}

/** The first day whose whole window was read; deals come newest first, and of very many the oldest are missing. */
function completeFrom(credits: readonly Credit[], isCut: boolean, { asOf, windowDays }: ProgramClock): Day {
  const wanted = addDays(asOf, -PAST_DAYS);
  const oldest = credits.at(-1)?.closeDate;
  const readable = isCut && oldest !== undefined ? addDays(oldest, windowDays) : wanted;
  return readable > wanted ? readable : wanted;
}

export function earrSeries(deals: Connection<CreditNode>, clock: ProgramClock): EarrSeries {
  const credits = rowsOf(deals).map((row) => ({
    closeDate: row.Opportunity__r?.CloseDate.value ?? "",
    cents: toCents(row.Credit_eARR__c.value),
  }));
  const { asOf, windowDays } = clock;
  const from = completeFrom(credits, deals.pageInfo?.hasNextPage === true, clock);
  const closed = credits.filter(({ closeDate }) => closeDate <= asOf);
  const point = (day: Day): EarrPoint => ({ day, cents: windowSum(closed, day, windowDays) });
  return {
    past: from > asOf ? [] : stepsFrom(from, asOf).map(point),
    future: stepsFrom(asOf, addDays(asOf, FUTURE_DAYS)).map(point),
  };
}
