/**
 * How much of the deals a run over all partners reads. Verdicts do not depend on the as-of date and closings of
 * before the windows count nowhere, so a night reads the deals of the windows, open ones, and older ones about which
 * something may be new. Where that can't be known, or would save nothing, all are read; and once a week.
 */
import { type DealFilter, isOlder, mostFilterIds } from "../crm/dealFilter.ts";
import type { Org } from "../crm/org.ts";
import { readOlderDeals } from "../crm/readOlderDeals.ts";
import type { ServicePolicy } from "../crm/readPolicy.ts";
import type { RegistrationRow } from "../crm/readRegistrations.ts";
import { lastQuarter } from "../program/activity.ts";
import { sha256 } from "../program/evidence.ts";
import type { Day, Instant } from "../program/facts.ts";
import { addDays, dayOf, windowsAsOf } from "../program/windows.ts";
import type { ProgramDay } from "./programDay.ts";
import type { ReadingMarks } from "./readingMarks.ts";

/** What the last good run over all partners left. */
export interface LastReading {
  /** null: of before readings were noted. */
  readonly marks: ReadingMarks | null;
  /** Not everything it decided is in the org. */
  readonly hadFailures: boolean;
}

export interface ReadingQuestion {
  readonly day: ProgramDay;
  /** Somebody wants all deals to be read. */
  readonly isFullAsked: boolean;
  /** null: no run over all partners went well yet. */
  readonly last: LastReading | null;
}

export interface Reading {
  /** null: all deals are read. */
  readonly filter: DealFilter | null;
  /** Why all are read; null also where there are few, so that nobody has to be told. */
  readonly reason: string | null;
  readonly marks: Pick<ReadingMarks, "fullAt" | "from" | "policy">;
}

const daysBetweenFull = 7;

/** A reading may use jobs of half an hour ago, and a transaction that began before one may end after it. */
const slackMs = 60 * 60_000;

export async function chooseReading(
  org: Org,
  question: ReadingQuestion,
  registrations: readonly RegistrationRow[],
): Promise<Reading> {
  const { day, last } = question;
  const now = { fullAt: day.now, from: firstDayRead(day), policy: markOf(day.policy) };
  const full = (reason: string | null): Reading => ({ filter: null, reason, marks: now });
  const before = last?.marks ?? null;
  if (before === null) return full(question.isFullAsked ? asked : "no earlier full reading is on record");
  const reason = reasonForFull(question, before, now);
  if (reason !== null) return full(reason);
  if ((before.fullRows["attributions"] ?? 0) <= org.thresholds.fullRows) return full(null);
  const changedSince = before.fullAt - slackMs;
  const opportunityIds = await idsBeside(org, { day, from: now.from, changedSince }, registrations);
  if (opportunityIds === null) return full("something may be new about many older deals");
  return {
    filter: { from: now.from, changedSince, opportunityIds },
    reason: null,
    marks: { ...now, fullAt: before.fullAt },
  };
}

const asked = "it was asked for";

/** The first of the month in which the earliest window begins: the same for many nights, so that these can be compared. */
export function firstDayRead({
  asOf,
  policy,
}: Pick<ProgramDay, "asOf"> & { readonly policy: Pick<ServicePolicy, "trailingWindowDays"> }): Day {
  const { trailing, annual } = windowsAsOf(asOf, policy.trailingWindowDays);
  const earliest = trailing.start < annual.start ? trailing.start : annual.start;
  return `${earliest.slice(0, 7)}-01`;
}

function markOf(policy: ServicePolicy): string {
  return sha256(JSON.stringify(policy));
}

function reasonForFull(
  { day, isFullAsked, last }: ReadingQuestion,
  before: ReadingMarks,
  now: Reading["marks"],
): string | null {
  if (isFullAsked) return asked;
  if (last?.hadFailures) return "the last run left rows unwritten";
  if (before.policy !== now.policy) return "the policy changed";
  if (before.from !== now.from) return `the windows begin in another month, on ${now.from}`;
  if (before.fullAt > day.now) return "the last one is of a time to come";
  const { timeZone } = day.policy;
  const lastFull = dayOf(before.fullAt, timeZone);
  const isDue = addDays(lastFull, daysBetweenFull) <= dayOf(day.now, timeZone);
  return isDue ? `the last one is of ${lastFull}` : null;
}

interface Beside {
  readonly day: ProgramDay;
  readonly from: Day;
  readonly changedSince: Instant;
}

/** Older deals that are read by id; null: too many. */
async function idsBeside(
  org: Org,
  { day, from, changedSince }: Beside,
  registrations: readonly RegistrationRow[],
): Promise<string[] | null> {
  const registered = registrations
    .filter((row) => isOlder(row, from) && row.changedAt >= changedSince)
    .flatMap(({ opportunityId }) => opportunityId ?? []);
  const quarter = lastQuarter(day.asOf, day.policy.timeZone);
  const others = await readOlderDeals(org, { from, quarter });
  const ids = others && [...new Set([...registered, ...others])].sort();
  return ids === null || ids.length > mostFilterIds ? null : ids;
}
