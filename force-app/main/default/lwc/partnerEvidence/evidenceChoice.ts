import type { EvidenceRow } from "./evidenceRow";
import type { EvidenceWindow } from "./evidenceWindows";

export type SortColumn = "opportunity" | "closeDate" | "verdict" | "cents";

/** What a person chose to see. */
export interface EvidenceChoice {
  readonly window: EvidenceWindow;
  /** A verdict; blank = all of them. */
  readonly status: string;
  readonly search: string;
  readonly sortBy: SortColumn;
  readonly isDescending: boolean;
}

export function rowsWithin(rows: readonly EvidenceRow[], { from, to }: EvidenceWindow): readonly EvidenceRow[] {
  return rows.filter(({ closeDate }) => closeDate >= from && closeDate <= to);
}

function matches(row: EvidenceRow, status: string, words: readonly string[]): boolean {
  if (status !== "" && row.status !== status) return false;
  const text = `${row.opportunity} ${row.customer} ${row.verdict} ${row.why} ${row.owner}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function compare(a: EvidenceRow, b: EvidenceRow, column: SortColumn): number {
  if (column === "cents") return a.cents < b.cents ? -1 : Number(a.cents > b.cents);
  return a[column].localeCompare(b[column]);
}

/** The chosen rows in the chosen order; equal ones by their opportunity. */
export function chosenRows(rows: readonly EvidenceRow[], choice: EvidenceChoice): readonly EvidenceRow[] {
  const words = choice.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const direction = choice.isDescending ? -1 : 1;
  return rowsWithin(rows, choice.window)
    .filter((row) => matches(row, choice.status, words))
    .sort((a, b) => direction * compare(a, b, choice.sortBy) || a.opportunity.localeCompare(b.opportunity));
}
