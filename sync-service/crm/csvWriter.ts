/** Rows as CSV for an upload, in parts of a size; the text is made as it is sent, and anew where it is sent again. */
import Big from "big.js";
import type { BodyStream } from "./httpExchange.ts";
import { allValues, type CellValue, rowsBetween, type RowList, type RowWrite } from "./rowWrite.ts";

/** About so many characters of the text are in memory. */
const chunkLength = 64 * 1024;

export interface CsvPart {
  readonly rows: RowList;
  readonly csv: BodyStream;
}

/** Parts of at most so many bytes, the header in each. */
export function* csvOf(keyField: string, rows: RowList, mostBytes: number): Generator<CsvPart, void, undefined> {
  const fields = fieldsOf(rows);
  const header = lineOf([keyField, ...fields]);
  const lineFor = (row: RowWrite) => rowLine(row, fields);
  const part = (from: number, until: number, bytes: number): CsvPart => {
    const own = rowsBetween(rows, from, until);
    return { rows: own, csv: { bytes, chunks: () => chunksOf(header, own, lineFor) } };
  };
  let [from, until, bytes] = [0, 0, header.length];
  for (const row of rows) {
    const size = Buffer.byteLength(lineFor(row));
    if (until > from && bytes + size > mostBytes) {
      yield part(from, until, bytes);
      [from, bytes] = [until, header.length];
    }
    until += 1;
    bytes += size;
  }
  if (until > from) yield part(from, until, bytes);
}

function fieldsOf(rows: RowList): string[] {
  const fields = new Set<string>();
  for (const row of rows) for (const field in allValues(row)) fields.add(field);
  return [...fields];
}

function* chunksOf(header: string, rows: RowList, lineFor: (row: RowWrite) => string): Generator<Buffer> {
  let text = header;
  for (const row of rows) {
    text += lineFor(row);
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

function rowLine(row: RowWrite, fields: readonly string[]): string {
  const values = allValues(row);
  return lineOf([row.key, ...fields.map((field) => cellText(values[field]))]);
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
