/** Rows as CSV for an upload, in parts of a size. */
import Big from "big.js";
import { allValues, type CellValue, type RowWrite } from "./rowWrite.ts";

export interface CsvPart {
  readonly rows: readonly RowWrite[];
  readonly csv: Buffer;
}

/** Parts of at most so many bytes, the header in each. */
export function* csvOf(keyField: string, rows: readonly RowWrite[], mostBytes: number): Generator<CsvPart> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(allValues(row))))];
  const header = lineOf([keyField, ...fields]);
  let part: RowWrite[] = [];
  let lines: string[] = [];
  let bytes = header.length;
  for (const row of rows) {
    const values = allValues(row);
    const line = lineOf([row.key, ...fields.map((f) => cellText(values[f]))]);
    const size = Buffer.byteLength(line);
    if (part.length > 0 && bytes + size > mostBytes) {
      yield { rows: part, csv: Buffer.from(header + lines.join("")) };
      [part, lines, bytes] = [[], [], header.length];
    }
    part.push(row);
    lines.push(line);
    bytes += size;
  }
  if (part.length > 0) yield { rows: part, csv: Buffer.from(header + lines.join("")) };
}

/** In Bulk an empty cell leaves the field alone; `#N/A` blanks it. */
function cellText(value: CellValue | undefined): string {
  if (value === undefined) return "";
  if (value === null || value === "") return "#N/A";
  return value instanceof Big ? value.toFixed() : String(value);
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
}
