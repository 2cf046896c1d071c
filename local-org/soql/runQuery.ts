import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Schema } from "../metadata/schema.ts";
import { checkQuery } from "./checkQuery.ts";
import type { QueryAccess } from "./checkedQuery.ts";
import type { QueryContext } from "./compileExpression.ts";
import { compileQuery, type CompiledQuery } from "./compileQuery.ts";
import { decodeRow, type QueryRecord } from "./decodeRow.ts";
import { parseSoql } from "./parseSoql.ts";
import { printCells } from "./printRecord.ts";
import type { FormulaValue, Row } from "./rowShape.ts";

export interface QueryOptions extends QueryContext {
  readonly access: QueryAccess;
  readonly isBulk?: boolean;
  /** Needed only where formula fields are selected. */
  readonly formulaValue?: FormulaValue;
}

const STATEMENTS = 300;
const statementsOf = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** The time of a moment on the clocks of a zone, for date functions inside convertTimezone(). */
function localTime(instant: unknown, timeZone: unknown): string | null {
  if (typeof instant !== "string") return null;
  return Temporal.Instant.from(instant).toZonedDateTimeISO(String(timeZone)).toPlainDateTime().toString();
}

function statements(db: DatabaseSync): Map<string, StatementSync> {
  let known = statementsOf.get(db);
  if (known) return known;
  known = new Map();
  statementsOf.set(db, known);
  db.function("soql_local", { deterministic: true }, (instant, timeZone) => localTime(instant, timeZone));
  return known;
}

function prepareRows(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  statement.setReadBigInts(true);
  return statement;
}

function cachedStatement(db: DatabaseSync, sql: string): StatementSync {
  const known = statements(db);
  let statement = known.get(sql);
  if (statement) known.delete(sql);
  else statement = prepareRows(db, sql);
  known.set(sql, statement);
  if (known.size > STATEMENTS) known.delete(known.keys().next().value!);
  return statement;
}

/** A query bound to a database. Each method reads anew. */
export class PreparedQuery {
  readonly compiled: CompiledQuery;
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync, compiled: CompiledQuery) {
    this.#db = db;
    this.compiled = compiled;
    statements(db);
  }

  /** How many rows the query has; for COUNT(), its answer. */
  count(): number {
    const [count] = this.#all(this.compiled.countSql, this.#rowParameters())[0] ?? [];
    return Number(count);
  }

  /** Rows one by one. The statement is its own: two readers of one query do not disturb each other. */
  *rows(): Generator<Row, void, undefined> {
    const { sql, parameters, isCount } = this.compiled;
    if (isCount) return;
    yield* prepareRows(this.#db, sql).iterate(...parameters) as unknown as Iterable<Row>;
  }

  *records(): Generator<QueryRecord, void, undefined> {
    for (const row of this.rows()) yield decodeRow(row, this.compiled.shape);
  }

  /** CSV cells, one list a row: the fast way for the Bulk API. */
  *cells(): Generator<string[], void, undefined> {
    for (const row of this.rows()) yield printCells(row, this.compiled.columns);
  }

  /** All records at once, with a cached statement: the fast way for small answers. */
  all(): QueryRecord[] {
    if (this.compiled.isCount) return [];
    return this.#all(this.compiled.sql, this.compiled.parameters).map((row) => decodeRow(row, this.compiled.shape));
  }

  /** The ids of all rows in order: what a query locator holds between pages. */
  ids(): string[] {
    if (this.compiled.idsSql === null) throw new Error("rows without ids cannot be paged");
    return this.#all(this.compiled.idsSql, this.#rowParameters()).map((row) => row[0] as string);
  }

  /** The records of a page of those ids; rows deleted in between are missing. */
  page(ids: readonly string[]): QueryRecord[] {
    if (this.compiled.pageSql === null) throw new Error("rows without ids cannot be paged");
    const rows = this.#all(this.compiled.pageSql, [...this.compiled.parameters, JSON.stringify(ids)]);
    return rows.map((row) => decodeRow(row, this.compiled.shape));
  }

  /** The steps by which the database would read the rows. */
  plan(): string[] {
    const statement = this.#db.prepare(`EXPLAIN QUERY PLAN ${this.compiled.countSql}`);
    return statement.all(...this.#rowParameters()).map((step) => String(step["detail"]));
  }

  #rowParameters(): CompiledQuery["parameters"] {
    return this.compiled.parameters.slice(0, this.compiled.rowParameters);
  }

  #all(sql: string, parameters: CompiledQuery["parameters"]): Row[] {
    return cachedStatement(this.#db, sql).all(...parameters) as unknown as Row[];
  }
}

/** Parses, checks and compiles a query: every error of the query itself is thrown here, before any row is read. */
export function runQuery(db: DatabaseSync, schema: Schema, text: string, options: QueryOptions): PreparedQuery {
  const { access, isBulk = false, formulaValue = null } = options;
  const checked = checkQuery(parseSoql(text), { schema, access, isBulk });
  return new PreparedQuery(db, compileQuery(checked, options, formulaValue));
}
