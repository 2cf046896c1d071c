/** Rows read against those of the time before, like with like: a filtered night says nothing of all deals. */
import type { RowCount } from "../program/readingGuards.ts";
import type { NightlyRows } from "./nightlyRows.ts";
import type { ReadingMarks } from "./readingMarks.ts";
import type { ReadingRecord, RowCounts } from "./planText.ts";
import type { OrgFacts } from "./readOrg.ts";

/** Of these a filtered night reads a part. */
const ofDeals = ["attributions", "lines", "opportunities"];

/** A year's reviews begin at none: their number says nothing about a reading. */
const uncounted = new Set(["reviews", ...ofDeals]);

type Read = Pick<OrgFacts, "rowCounts" | "reading"> & {
  readonly nightlyRows: Pick<NightlyRows, "counts"> | null;
};

/** `before`: of the last good run over all partners; null = there is none, or the run is of one partner. */
export function comparableRows(facts: Read, before: ReadingRecord | null): RowCount[] {
  const tables = Object.entries(facts.rowCounts)
    .filter(([object]) => !uncounted.has(object))
    .map(([object, now]) => ({ object, now, before: before?.rows[object] ?? null }));
  return [...tables, ...ofDeals.flatMap((object) => worst(dealRows(object, facts, before)))];
}

/** What is kept for the next run to compare with; null of a run that chose no reading. */
export function marksOf({ reading, nightlyRows, rowCounts }: Read, before: ReadingRecord | null): ReadingMarks | null {
  if (reading === null) return null;
  return {
    ...reading.marks,
    kind: reading.filter ? "Filtered" : "Full",
    fullRows: reading.filter ? (before?.reading?.fullRows ?? {}) : rowsOfDeals(rowCounts),
    nightlyRows: nightlyRows?.counts() ?? {},
  };
}

function rowsOfDeals(counts: RowCounts): RowCounts {
  return Object.fromEntries(ofDeals.map((object) => [object, counts[object] ?? 0]));
}

/** All deals with those of the last full reading, and the deals that every night reads with those of the last night. */
function dealRows(object: string, { rowCounts, reading, nightlyRows }: Read, before: ReadingRecord | null): RowCount[] {
  const last = before?.reading ?? null;
  const fullBefore = last ? last.fullRows[object] : before?.rows[object];
  const full = { object, now: rowCounts[object] ?? 0, before: fullBefore ?? null };
  const isSameFrom = last !== null && last.from === reading?.marks.from;
  const nightly = {
    object: `${object} of recent deals`,
    now: nightlyRows?.counts()[object] ?? 0,
    before: isSameFrom ? (last.nightlyRows[object] ?? null) : null,
  };
  return [...(reading?.filter ? [] : [full]), ...(reading ? [nightly] : [])];
}

/** Few missing among all deals may be many among the recent ones, and the other way round; once is enough to say it. */
function worst(counts: readonly RowCount[]): RowCount[] {
  const lost = ({ now, before }: RowCount) => (before === null || before === 0 ? 0 : (before - now) / before);
  return [...counts].sort((a, b) => lost(b) - lost(a)).slice(0, 1);
}
