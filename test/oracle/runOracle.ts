import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { comparedFields, moneyFields, seedColumns } from "./seedColumns.ts";

/** One value that a run leaves in the org; blank is the empty text. */
export interface FieldValue {
  readonly object: string;
  readonly label: string;
  readonly field: string;
  readonly value: string;
}

/** How often a kind of thing was met. */
export interface Count {
  readonly kind: string;
  readonly what: string;
  readonly count: number;
}

export interface OracleResult {
  readonly expected: readonly FieldValue[];
  readonly counts: readonly Count[];
}

/** The order is that of what rests on what. */
const subjects = [
  "records",
  "windows",
  "participation",
  "revenue",
  "credit",
  "resources",
  "tier",
  "annual",
  "gaps",
  "benefits",
  "activity",
  "registrations",
  "expected",
  "counts",
  "edges",
];

const sql = new Map(
  subjects.map((name) => [name, readFileSync(new URL(`sql/${name}.sql`, import.meta.url), "utf8")] as const),
);

async function headerOf(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  const lines = createInterface({ input: createReadStream(file) });
  for await (const line of lines) {
    lines.close();
    return line.split(",").map((name) => name.replaceAll(/^\uFEFF|"/g, "").trim());
  }
  return [];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Loads one CSV file as text, blank = NULL; a file or a column that is missing is blank too. */
async function loadObject(connection: DuckDBConnection, directory: string, object: string): Promise<void> {
  const file = join(directory, `${object}.csv`);
  const header = await headerOf(file);
  const columns = (seedColumns[object] ?? []).map((name) => {
    const cell = header.includes(name) ? `nullif("${name}", '')` : "NULL::VARCHAR";
    // A row without a label is named for its place.
    return `${name === "Id" ? `coalesce(${cell}, '#' || row_number() OVER ())` : cell} AS "${name}"`;
  });
  const types = header.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ");
  const source =
    header.length === 0
      ? "(SELECT 1) WHERE false"
      : `read_csv(${quoted(file)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types}})`;
  await connection.run(`CREATE TABLE "raw_${object}" AS SELECT ${columns.join(", ")} FROM ${source}`);
}

/** Account's stored figures as they are compared: what the run must leave alone for who is not evaluated. */
function storedFigures(): string {
  const figures = comparedFields.Account.map((name) =>
    moneyFields.includes(name) ? `${name}::DECIMAL(38, 2)::VARCHAR AS ${name}` : name,
  );
  return `CREATE VIEW stored_figures AS SELECT Id, ${figures.join(", ")} FROM raw_Account`;
}

async function rows<Row>(connection: DuckDBConnection, query: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(query);
  return reader.getRowObjectsJson() as Row[];
}

/**
 * What a run must leave behind, computed in SQL from a seed directory and the moment at which the org lives.
 * Knows the programme's rules from their text alone: nothing here comes from the service.
 */
export async function runOracle(directory: string, now: string): Promise<OracleResult> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'; SET VARIABLE now = ${quoted(now)}`);
    for (const object of Object.keys(seedColumns)) await loadObject(connection, directory, object);
    await connection.run(storedFigures());
    for (const subject of subjects) await connection.run(sql.get(subject) ?? "");
    const expected = await rows<FieldValue>(connection, "FROM expected");
    const counts = await rows<{ kind: string; what: string; count: string }>(connection, "FROM counts");
    return { expected, counts: counts.map((row) => ({ ...row, count: Number(row.count) })) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
