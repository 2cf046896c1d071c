import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { parse } from "csv-parse/sync";
import { SeedError } from "./seedError.ts";

/** However it is written: a file that is left out unsaid is lost. */
const SUFFIX = /\.csv$/i;

/** The CSV files of a seed directory by object name. Throws a SeedError where there is no such directory. */
export function seedFiles(directory: string): Map<string, string> {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new SeedError([`${directory}: there is no such directory`]);
  const files = readdirSync(directory).filter((name) => SUFFIX.test(name));
  return new Map(files.sort().map((name) => [name.replace(SUFFIX, ""), join(directory, name)]));
}

export interface SeedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SeedCell {
  readonly line: number;
  readonly cell: string;
}

interface RowText {
  readonly line: number;
  readonly text: string;
}

const CHUNK_BYTES = 1 << 20;

/** A file's lines without their ends, read piece by piece. */
function* linesOf(file: string): Generator<string, void, undefined> {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(descriptor);
  }
}

/** Stands for bytes that are no letter of UTF-8. */
const REPLACEMENT = "\uFFFD";

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Most rows of a seed have no quotes: they are cut at their commas, and only the others need the parser. */
function cellsOf(text: string, file: string, line: number): readonly string[] {
  if (!text.includes('"')) return text.split(",");
  try {
    return parse(text, { relax_column_count: true })[0] ?? [];
  } catch (error) {
    throw new SeedError([`${basename(file)}:${line}: ${(error as Error).message}`]);
  }
}

/** Letters that were lost in reading would be lost in the org. */
function checkText(text: string, file: string, line: number): void {
  if (!text.includes(REPLACEMENT) && !text.includes("\0")) return;
  throw new SeedError([`${basename(file)}:${line}: the text is not UTF-8; save the file as CSV in UTF-8`]);
}

/** A file's rows one by one, the header first, each with the line it starts on. Throws a SeedError. */
export function* seedRows(file: string): Generator<SeedRow, void, undefined> {
  for (const { line, text } of rowTexts(file)) yield { line, cells: cellsOf(text, file, line) };
}

/** The cells of one column below its header, each with the line that its row starts on. Throws a SeedError. */
export function* seedColumn(file: string, name: string): Generator<SeedCell, void, undefined> {
  let at = -1;
  for (const { line, text } of rowTexts(file)) {
    // Where a seed is large its Id comes first, and nothing else of the row has to be cut.
    const isPlain = at === 0 && !text.includes('"') && text.includes(",");
    const cells = isPlain ? [text.slice(0, text.indexOf(","))] : cellsOf(text, file, line);
    if (line === 1) at = cells.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase());
    else yield { line, cell: cells[at] ?? "" };
  }
}

function* rowTexts(file: string): Generator<RowText, void, undefined> {
  let at = 0;
  let start = 0;
  let open: string | null = null;
  for (const read of linesOf(file)) {
    at += 1;
    checkText(read, file, at);
    if (at === 1 && read.trim() === "") break;
    const text: string = open === null ? (at === 1 ? read.replace(/^\uFEFF/, "") : read) : `${open}\n${read}`;
    if (open === null) start = at;
    open = quotesIn(text) % 2 === 1 ? text : null;
    const row = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (open === null && row !== "") yield { line: start, text: row };
  }
  if (start === 0) throw new SeedError([`${basename(file)}:1: there is no header`]);
  if (open !== null) throw new SeedError([`${basename(file)}:${start}: a quoted cell is never closed`]);
}
