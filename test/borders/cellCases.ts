/** Cells of records that no field of the platform holds, or that the programme does not know. */
import { date, decimalCell, flagCell, instantCell, integerCell, listedCell, textCell } from "./badCells.ts";

export interface CellCase {
  readonly kind: string;
  readonly read: (cell: string) => unknown;
  readonly cell: string;
}

const kinds: readonly (readonly [string, (cell: string) => unknown, readonly string[]])[] = [
  ["a day", date, ["2023-1-1", "01/02/2023", "", "2023-01-01T00:00:00Z", "null"]],
  ["an instant", instantCell, ["", "yesterday", "2023-99-99T00:00:00Z", "NaN"]],
  ["an amount", decimalCell, ["", "1,000", "$5", "NaN", "Infinity", "1.2.3", "--1", "0x10"]],
  ["a whole number", integerCell, ["", "1.5", "1e400", "many", "9007199254740993"]],
  ["a checkbox", flagCell, ["yes", "1", "TRUE", "null"]],
  ["a picklist", listedCell, ["", "Enroled", "enrolled", "Enrolled ", "Gold;Silver"]],
  ["a required text", textCell, [""]],
];

export const cellCases: readonly CellCase[] = kinds.flatMap(([kind, read, cells]) =>
  cells.map((cell) => ({ kind, read, cell })),
);
