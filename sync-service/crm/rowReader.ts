/** Turns a row's text cells into facts: each cell parsed and checked by its column's own reader. */
import Big from "big.js";
import { amountDigits } from "./amountDigits.ts";
import { UnexpectedAnswerError } from "./errors.ts";
import type { Row } from "./restQuery.ts";

/** How one cell becomes one value. */
export interface Column<T> {
  /** null: not asked for in this org; the reader gets "". */
  readonly path: string | null;
  readonly read: (cell: string) => T;
}

export interface RowReader<T> {
  readonly columns: readonly string[];
  /** @throws UnexpectedAnswerError naming object, record and field of a cell that can't be read. */
  readonly read: (row: Row) => T;
}

/** A reader for rows of one object, made once; its columns are the query's. */
export function rowReader<T>(object: string, columns: { readonly [K in keyof T]: Column<T[K]> }): RowReader<T> {
  const entries = Object.entries(columns) as [keyof T, Column<T[keyof T]>][];
  const read = (row: Row): T => {
    const value = {} as T;
    let at = 0;
    for (const [key, column] of entries) {
      const cell = column.path === null ? "" : (row[at++] ?? "");
      try {
        value[key] = column.read(cell);
      } catch (error) {
        throw badCell(object, row, column.path, error);
      }
    }
    return value;
  };
  const paths = entries.map(([, column]) => column.path);
  return { columns: paths.filter((path) => path !== null), read };
}

/** A column that this org lacks, or that nobody asked for: always blank. */
export const absent: Column<null> = { path: null, read: () => null };

export function text(path: string): Column<string> {
  return { path, read: (cell) => required(cell) };
}

/** No field of the platform holds more digits than a packed record does. */
export function decimal(path: string): Column<Big> {
  return {
    path,
    read: (cell) => {
      const value = new Big(required(cell));
      amountDigits(value);
      return value;
    },
  };
}

/** Salesforce sends whole numbers with a fraction too: `15.0`. */
export function integer(path: string): Column<number> {
  return {
    path,
    read: (cell) => {
      const value = Number(required(cell));
      if (!Number.isSafeInteger(value)) throw new Error("no whole number");
      return value;
    },
  };
}

export function flag(path: string): Column<boolean> {
  return {
    path,
    read: (cell) => {
      if (cell === "true") return true;
      if (cell === "false" || cell === "") return false;
      throw new Error("neither true nor false");
    },
  };
}

export function day(path: string): Column<string> {
  return {
    path,
    read: (cell) => {
      if (!/^\d{4}-\d\d-\d\d$/.test(cell)) throw new Error("no date");
      return cell;
    },
  };
}

/** REST writes `+0000` where Bulk writes `Z`. */
export function instant(path: string): Column<number> {
  return {
    path,
    read: (cell) => {
      const at = Date.parse(cell.replace(/\+0000$/, "Z"));
      if (Number.isNaN(at)) throw new Error("no date and time");
      return at;
    },
  };
}

/** A picklist whose values the programme knows word for word. */
export function oneOf<const V extends string>(path: string, values: readonly V[]): Column<V> {
  const known = new Map<string, V>(values.map((value) => [value, value]));
  return {
    path,
    read: (cell) => {
      const value = known.get(cell);
      if (value === undefined) throw new Error(`none of ${values.join(", ")}`);
      return value;
    },
  };
}

/** A multi-select picklist or a list of names: `a;b`. */
export function list(path: string): Column<readonly string[]> {
  return {
    path,
    read: (cell) =>
      cell
        .split(";")
        .map((value) => value.trim())
        .filter((value) => value !== ""),
  };
}

/** The same column where blank is allowed. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return {
    path: column.path,
    read: (cell) => (cell === "" ? null : column.read(cell)),
  };
}

function required(cell: string): string {
  if (cell === "") throw new Error("blank");
  return cell;
}

/** Names the record by its id, and never repeats the value: it may be personal. */
function badCell(object: string, row: Row, path: string | null, error: unknown): UnexpectedAnswerError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UnexpectedAnswerError(
    `${object} ${row[0] ?? ""}: ${path} can't be read (${reason}); set it right on the record and run again`,
    { cause: error },
  );
}
