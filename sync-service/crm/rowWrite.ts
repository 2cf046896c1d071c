/** What is written, and what came of it: shapes that collections and Bulk share. */
import type Big from "big.js";

export type CellValue = string | number | boolean | Big | null;

/** One row to write; null blanks a field, a field left out stays as it is. */
export interface RowWrite {
  /** The value of the write's key field: a record id, or a unique external id. */
  readonly key: string;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Set where the row is created, and never on a row that exists: parents, keys. */
  readonly onCreation?: Readonly<Record<string, CellValue>>;
}

/** Every field that a request for the row carries. */
export function allValues({ values, onCreation }: RowWrite): Readonly<Record<string, CellValue>> {
  return { ...onCreation, ...values };
}

/** Rows of one object, matched by one field: `Id` updates, an external id creates or updates. */
export interface WriteRequest {
  readonly object: string;
  readonly keyField: "Id" | "Key__c";
  readonly rows: readonly RowWrite[];
}

export interface RowFault {
  readonly row: RowWrite;
  /** Salesforce's status code, as `UNABLE_TO_LOCK_ROW`. */
  readonly code: string;
  readonly message: string;
}

/** One pass over rows: which ones did not make it. All others were written. */
export interface PassResult {
  readonly written: number;
  readonly faults: readonly RowFault[];
}

/** A row that could not be written, for people. */
export interface RowFailure {
  readonly object: string;
  /** Record id or external id. */
  readonly record: string;
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export interface WriteOutcome {
  readonly written: number;
  readonly failures: readonly RowFailure[];
}

export const nothingWritten: WriteOutcome = { written: 0, failures: [] };

/** The outcomes of several writes as one. */
export function together(...outcomes: readonly WriteOutcome[]): WriteOutcome {
  return {
    written: outcomes.reduce((sum, { written }) => sum + written, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
