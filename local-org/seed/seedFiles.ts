import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse";
import { SeedError } from "./seedError.ts";

/** The CSV files of a seed directory by object name. Throws a SeedError where there is no such directory. */
export function seedFiles(directory: string): Map<string, string> {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new SeedError([`${directory}: there is no such directory`]);
  const files = readdirSync(directory).filter((name) => name.endsWith(".csv"));
  return new Map(files.sort().map((name) => [basename(name, ".csv"), join(directory, name)]));
}

export interface SeedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Streams a file's rows, the header first, each with the line it starts on. */
export async function* seedRows(file: string): AsyncGenerator<SeedRow> {
  const rows = createReadStream(file).pipe(
    parse({ bom: true, info: true, skip_empty_lines: true, relax_column_count: true }),
  );
  let line = 1;
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    throw new SeedError([`${basename(file)}: ${(error as Error).message}`]);
  }
}
