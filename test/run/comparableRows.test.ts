/** Readings of different breadth are compared like with like, so that a filtered night holds nobody up, and hides nothing. */
import { comparableRows, marksOf } from "../../sync-service/run/comparableRows.ts";
import type { ReadingRecord, RowCounts } from "../../sync-service/run/planText.ts";

const from = "2022-01-01";
const filter = { from, changedSince: 0, opportunityIds: [] };

interface Given {
  readonly isFiltered: boolean;
  readonly rows: number;
  readonly nightly: number;
}

function facts({ isFiltered, rows, nightly }: Given) {
  const counts = (attributions: number): RowCounts => ({ attributions, lines: 0, opportunities: 0 });
  return {
    rowCounts: { partners: 5, reviews: 3, ...counts(rows) },
    reading: { filter: isFiltered ? filter : null, reason: null, marks: { fullAt: 7, from, policy: "p" } },
    nightlyRows: { counts: () => counts(nightly) },
  };
}

function recorded(given: Given, before: ReadingRecord | null = null): ReadingRecord {
  const read = facts(given);
  return { rows: read.rowCounts, unratedCurrencies: [], reading: marksOf(read, before) };
}

const full = recorded({ isFiltered: false, rows: 1000, nightly: 100 });
const filtered = recorded({ isFiltered: true, rows: 110, nightly: 102 }, full);
const unnoted: ReadingRecord = { rows: { attributions: 900 }, unratedCurrencies: [], reading: null };

const recent = "attributions of recent deals";
test.each<[string, Given, ReadingRecord | null, { object: string; now: number; before: number | null }]>([
  ["a filtered night after a full one", night(110, 99), full, { object: recent, now: 99, before: 100 }],
  ["a filtered night after a filtered one", night(110, 99), filtered, { object: recent, now: 99, before: 102 }],
  ["a filtered night after none", night(110, 99), null, { object: recent, now: 99, before: null }],
  ["a full night after a filtered one", whole(990, 102), filtered, { object: "attributions", now: 990, before: 1000 }],
  ["a full night that lost recent deals most", whole(950, 50), filtered, { object: recent, now: 50, before: 102 }],
  [
    "a full night after one of before readings were noted",
    whole(880, 9),
    unnoted,
    { object: "attributions", now: 880, before: 900 },
  ],
])("%s is compared by the deals that both read", (_, given, before, expected) => {
  const counts = comparableRows(facts(given), before);
  expect(counts.filter(({ object }) => object.startsWith("attributions"))).toEqual([expected]);
  expect(counts.find(({ object }) => object === "partners")).toMatchObject({ now: 5 });
  expect(counts.find(({ object }) => object === "reviews")).toBeUndefined();
});

test("Recent deals are not compared where the windows begin on another day", () => {
  const moved = { ...filtered, reading: filtered.reading && { ...filtered.reading, from: "2021-01-01" } };
  expect(comparableRows(facts(night(110, 99)), moved)).toContainEqual({ object: recent, now: 99, before: null });
});

test("A filtered night keeps the rows of the last full reading for the next one", () => {
  expect(filtered.reading).toMatchObject({
    kind: "Filtered",
    fullRows: { attributions: 1000 },
    nightlyRows: { attributions: 102 },
  });
});

function night(rows: number, nightly: number): Given {
  return { isFiltered: true, rows, nightly };
}

function whole(rows: number, nightly: number): Given {
  return { isFiltered: false, rows, nightly };
}
