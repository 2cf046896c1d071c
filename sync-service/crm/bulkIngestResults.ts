/** The three result files of an ingest job, reduced to keys and errors; their order is not the order sent. */
import { CsvScanner } from "./csvScanner.ts";
import { UnexpectedAnswerError } from "./errors.ts";
import type { Org } from "./org.ts";

export interface IngestResults {
  readonly written: number;
  readonly failed: readonly { readonly key: string; readonly error: string }[];
  readonly unprocessed: readonly string[];
}

export async function ingestResults(org: Org, jobPath: string, keyField: string): Promise<IngestResults> {
  const written = await table(org, `${jobPath}/successfulResults`);
  const failed = await table(org, `${jobPath}/failedResults`);
  const unprocessed = await table(org, `${jobPath}/unprocessedrecords`);
  return {
    written: written.rows.length,
    failed: failed.rows.map((row) => ({
      key: cellOf(failed, row, keyField),
      error: cellOf(failed, row, "sf__Error"),
    })),
    unprocessed: unprocessed.rows.map((row) => cellOf(unprocessed, row, keyField)),
  };
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

async function table(org: Org, path: string): Promise<Table> {
  const answer = await org.transport.send({
    method: "GET",
    path,
    headers: { accept: "text/csv" },
  });
  const all: string[][] = [];
  const scanner = new CsvScanner((cells) => all.push(cells));
  scanner.write(Buffer.from(answer.text));
  scanner.end();
  const [header = [], ...rows] = all;
  return { header: header.map((name) => name.toLowerCase()), rows };
}

function cellOf({ header }: Table, row: readonly string[], column: string): string {
  const cell = row[header.indexOf(column.toLowerCase())];
  if (cell === undefined || cell === "") throw new UnexpectedAnswerError(`A Bulk result lacks its ${column}`);
  return cell;
}
