/** The three result files of an ingest job, streamed and reduced to keys and errors; their order is not the order sent. */
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvScanner } from "./csvScanner.ts";
import { CrmError, UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { Org } from "./org.ts";
import { backoffMs } from "./retry.ts";

export interface IngestResults {
  readonly written: number;
  readonly failed: readonly { readonly key: string; readonly error: string }[];
  readonly unprocessed: readonly string[];
}

type CellOf = (column: string) => string;

const attempts = 5;
const retry = { attempts, baseMs: 500, capMs: 15_000 };

export async function ingestResults(org: Org, jobPath: string, keyField: string): Promise<IngestResults> {
  const written = await resultFile(org, `${jobPath}/successfulResults`, null);
  const failed = await resultFile(org, `${jobPath}/failedResults`, (cellOf) => ({
    key: cellOf(keyField),
    error: cellOf("sf__Error"),
  }));
  const unprocessed = await resultFile(org, `${jobPath}/unprocessedrecords`, (cellOf) => cellOf(keyField));
  return { written: written.count, failed: failed.rows, unprocessed: unprocessed.rows };
}

interface ResultFile<T> {
  readonly count: number;
  readonly rows: readonly T[];
}

/** null: only how many there are is asked. */
type ReadRow<T> = ((cellOf: CellOf) => T) | null;

/** One file, read again where it breaks off. */
async function resultFile<T>(org: Org, path: string, read: ReadRow<T>): Promise<ResultFile<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(org, path, read);
    } catch (error) {
      if (error instanceof CrmError) throw error;
      if (attempt === attempts)
        throw new UnexpectedAnswerError(`${path} came damaged ${attempts} times; last: ${String(error)}`, {
          cause: error,
        });
      await org.pace.sleep(backoffMs(retry, attempt, org.pace));
    }
  }
}

async function readOnce<T>(org: Org, path: string, read: ReadRow<T>): Promise<ResultFile<T>> {
  const { headers, body } = await org.transport.open({
    method: "GET",
    path,
    headers: { accept: "text/csv", "accept-encoding": "gzip" },
  });
  const rows: T[] = [];
  let header: readonly string[] | null = null;
  const scanner = new CsvScanner((cells) => {
    if (header === null) header = cells.map((name) => name.toLowerCase());
    else if (read) rows.push(read(cellsBy(header, cells)));
  });
  const scan = async (source: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of source) scanner.write(chunk as Uint8Array);
    scanner.end();
  };
  const isZipped = headerOf(headers, "content-encoding") === "gzip";
  await (isZipped ? pipeline(body, createGunzip(), scan) : pipeline(body, scan));
  const count = Math.max(0, scanner.rows - 1);
  checkCount(path, count, headerOf(headers, "sforce-numberofrecords"));
  return { count, rows };
}

/** Not every file says how many rows it has; where one does, it has to be so. */
function checkCount(path: string, rows: number, promised: string | null): void {
  if (promised !== null && Number(promised) !== rows)
    throw new DamagedFile(`${path} has ${rows} rows where ${promised} are promised`);
}

/** Not a word of Salesforce's, so it does not leave this file. */
class DamagedFile extends Error {
  override readonly name = "DamagedFile";
  readonly code = "DAMAGED_FILE";
}

function cellsBy(header: readonly string[], cells: readonly string[]): CellOf {
  return (column) => {
    const cell = cells[header.indexOf(column.toLowerCase())];
    if (cell === undefined || cell === "") throw new DamagedFile(`a Bulk result lacks its ${column}`);
    return cell;
  };
}
