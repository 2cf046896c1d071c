/** Result pages of every size, cut into chunks of every size: what comes out has to be what went in. */
import { createHash } from "node:crypto";
import { makeId } from "../../local-org/records/recordId.ts";
import { lineAt, lineBit, lineScaleShift, lineWords } from "../../sync-service/crm/lineRecord.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { lineReader } from "../../sync-service/crm/readLineItems.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import { RecordSpill, spaceOf } from "../../sync-service/run/recordSpill.ts";

export interface MatrixCase {
  readonly rowsPerPage: number;
  readonly pages: number;
}

export interface MatrixOutcome {
  readonly rows: number;
  readonly checksum: string;
}

const header = `${lineReader.columns.map((column) => `"${column}"`).join(",")}\n`;
/** Some need unescaping, some decoding, some span lines. */
const families = [
  "Communications",
  "",
  "Flex",
  'So-called "Engage"',
  "Zwei\nZeilen, größer",
  "Segment",
  "東京",
  "SendGrid",
];
/** Rows repeat after so many, so that a page of 600 MB needs no memory of its own. */
const blockRows = 10_000;
const parts = 8;

/** The row of a number, of about 90 bytes. */
function row(number: number): string {
  const family = families[number % 97 < 90 ? (number % 2) * 2 : number % families.length] ?? "";
  const amount =
    number % 13 === 0 ? "" : `${number % 7 === 0 ? "-" : ""}${number * 37}.${String(number % 100).padStart(2, "0")}`;
  const cells = [makeId("00k", number), makeId("006", number >> 1), amount, family.replaceAll('"', '""')];
  return `${cells.map((cell) => `"${cell}"`).join(",")}\n`;
}

const block = Array.from({ length: blockRows }, (_, number) => row(number));
const blockBytes = Buffer.from(block.join(""));

export function pageBytes(rows: number): number {
  const whole = Math.floor(rows / blockRows);
  return header.length + whole * blockBytes.length + Buffer.byteLength(block.slice(0, rows % blockRows).join(""));
}

/** About how many rows take so many bytes. */
export function rowsIn(bytes: number): number {
  return Math.ceil(bytes / (blockBytes.length / blockRows));
}

/** From no row to a page of 600 MB, for the campaigns. */
export const wholeMatrix: readonly MatrixCase[] = [
  { rowsPerPage: 0, pages: 1 },
  { rowsPerPage: 1, pages: 2 },
  { rowsPerPage: 250_000, pages: 4 },
  { rowsPerPage: 1_000_001, pages: 1 },
  { rowsPerPage: rowsIn(600e6), pages: 1 },
];

/** So many chunk sizes for a page, from single bytes (of large pages: a thousandth of a percent) to four megabytes. */
export function chunkSizes(bytes: number, count: number): number[] {
  const [least, most] = [Math.max(1, Math.floor(bytes / 50_000)), Math.min(bytes + 1, 4 * 1024 * 1024)];
  return Array.from({ length: count }, (_, index) => Math.round(least * (most / least) ** (index / (count - 1))));
}

/** A page as chunks of one size, whose ends lie anywhere. */
function* chunksOf(rows: number, size: number): Generator<Uint8Array> {
  let held = Buffer.alloc(0);
  for (const piece of piecesOf(rows)) {
    const bytes = Buffer.concat([held, piece]);
    let at = 0;
    for (; at + size <= bytes.length; at += size) yield bytes.subarray(at, at + size);
    held = bytes.subarray(at);
  }
  if (held.length > 0) yield held;
}

export function* piecesOf(rows: number): Generator<Buffer> {
  yield Buffer.from(header);
  for (let left = rows; left > 0; left -= blockRows)
    yield left >= blockRows ? blockBytes : Buffer.from(block.slice(0, left).join(""));
}

/** Reads the pages as the service does, and sums up what it holds of them. */
export function readMatrix({ rowsPerPage, pages }: MatrixCase, chunkSize: number): MatrixOutcome {
  const { target, outcomeOf } = matrixTarget();
  let rows = 0;
  for (let number = 0; number < pages; number += 1) {
    const page = target.page();
    for (const chunk of chunksOf(rowsPerPage, chunkSize)) page.write(chunk);
    page.end();
    page.keep();
    rows += page.rows;
  }
  return outcomeOf(rows);
}

/** Where a run would keep the rows, and what it then holds of them against the number that the pages counted. */
export function matrixTarget() {
  const known: (string | null)[] = [null];
  const numberOf = (family: string | null) => (known.includes(family) ? known.indexOf(family) : known.push(family) - 1);
  const spill = new RecordSpill({ words: lineWords, keyAt: lineAt.opportunity });
  spill.splitInto(parts);
  const query = { object: "OpportunityLineItem", columns: lineReader.columns };
  const target = new RecordTarget(
    query,
    linePacker(lineReader.read, numberOf),
    spaceOf(spill, () => undefined),
  );
  const outcomeOf = (rows: number): MatrixOutcome => {
    const sums = new Sums();
    for (let part = 0; part < parts; part += 1) {
      const records = spill.part(part, new Int32Array(0));
      for (let from = 0; from < records.length; from += lineWords) sums.add(records, from);
    }
    spill.close();
    return { rows: rows === sums.rows ? rows : NaN, checksum: sums.checksum(known) };
  };
  return { target, outcomeOf };
}

/** The same from the rows' own numbers, without a page. */
export function expectedOf({ rowsPerPage, pages }: MatrixCase): MatrixOutcome {
  const cents = new Map<string, bigint>();
  const counts = new Map<string, number>();
  const add = (number: number, times: number) => {
    const [, amount = "", family = ""] = /^"[^"]*","[^"]*","([^"]*)","((?:[^"]|"")*)"\n$/.exec(row(number)) ?? [];
    const key = family.replaceAll('""', '"');
    cents.set(key, (cents.get(key) ?? 0n) + BigInt(amount.replace(".", "") || "0") * BigInt(times));
    counts.set(key, (counts.get(key) ?? 0) + times);
  };
  const [whole, rest] = [Math.floor(rowsPerPage / blockRows), rowsPerPage % blockRows];
  for (let number = 0; number < Math.min(blockRows, rowsPerPage); number += 1)
    add(number, (whole + (number < rest ? 1 : 0)) * pages);
  return { rows: rowsPerPage * pages, checksum: checksumOf(counts, cents) };
}

/** Sums of cents stay far below what a number holds exactly. */
class Sums {
  readonly #cents: number[] = [];
  readonly #counts: number[] = [];
  rows = 0;

  add(records: Int32Array, from: number): void {
    const family = records[from + lineAt.family]!;
    const flags = records[from + lineAt.flags]!;
    const digits = records[from + lineAt.earr]! * 1e9 + records[from + lineAt.earr + 1]!;
    const cents = (flags & lineBit.hasEarr) === 0 ? 0 : digits * 10 ** (2 - ((flags >>> lineScaleShift) & 15));
    this.rows += 1;
    this.#counts[family] = (this.#counts[family] ?? 0) + 1;
    this.#cents[family] = (this.#cents[family] ?? 0) + ((flags & lineBit.isNegative) === 0 ? cents : -cents);
  }

  checksum(families: readonly (string | null)[]): string {
    const counts = new Map<string, number>();
    const cents = new Map<string, bigint>();
    this.#counts.forEach((count, family) => {
      counts.set(families[family] ?? "", count);
      cents.set(families[family] ?? "", BigInt(this.#cents[family]!));
    });
    return checksumOf(counts, cents);
  }
}

function checksumOf(counts: ReadonlyMap<string, number>, cents: ReadonlyMap<string, bigint>): string {
  const lines = [...counts].map(([family, count]) => `${family} ${count} ${cents.get(family)}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
