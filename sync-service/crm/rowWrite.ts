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
  /** The record whose lock a write of this row takes; rows of one parent are sent together. */
  readonly parent?: string;
  /** How often it was refused for what passes. */
  readonly refusals?: number;
  /** Failed together with others: it may be the one that spoils them. */
  readonly isSuspect?: boolean;
  /** Why it was refused before it is sent otherwise: that is told where it fails again. */
  readonly refusedFor?: { readonly code: string; readonly message: string };
}

/** Every field that a request for the row carries. */
export function allValues({ values, onCreation }: RowWrite): Readonly<Record<string, CellValue>> {
  return { ...onCreation, ...values };
}

/** Rows to be gone through as often as is needed: an array, or many that are made one by one each time. */
export interface RowList extends Iterable<RowWrite> {
  readonly length: number;
  /** Those of one parent stand together: by parent, then by key. */
  readonly isInOrder?: true;
}

/** A row for each item that has one; the items stand in the order of their rows. */
export function rowsInOrder<T>(items: Iterable<T>, rowOf: (item: T) => RowWrite | null): RowList {
  const rows = function* () {
    for (const item of items) {
      const row = rowOf(item);
      if (row !== null) yield row;
    }
  };
  return { length: rows().reduce((count) => count + 1, 0), isInOrder: true, [Symbol.iterator]: rows };
}

/** Rows of a list from one place up to another and without it. */
export function rowsBetween(list: RowList, from: number, until: number): RowList {
  if (from === 0 && until >= list.length) return list;
  const rows = () => list[Symbol.iterator]();
  return {
    length: Math.min(until, list.length) - from,
    [Symbol.iterator]: () =>
      Iterator.from(rows())
        .drop(from)
        .take(until - from),
  };
}

/** Rows of one object, matched by one field: `Id` updates, an external id creates or updates. */
export interface WriteRequest {
  readonly object: string;
  readonly keyField: "Id" | "Key__c";
  readonly rows: RowList;
}

export interface RowFault {
  readonly row: RowWrite;
  /** Salesforce's status code, as `UNABLE_TO_LOCK_ROW`. */
  readonly code: string;
  readonly message: string;
}

/** One request or job: which rows did not make it. All others were written. */
export interface SentRows {
  readonly sent: RowList;
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

/** One code refused so many rows of one write that the rest was not sent. */
export interface WriteStop {
  readonly object: string;
  readonly code: string;
  readonly refused: number;
  readonly rows: number;
}

/** How often rows of one write were sent, the most of several writes. */
export interface WritePasses {
  /** The same row, until it was not locked, unprocessed or a locked row's victim any more. */
  readonly locks: number;
  /** Any row: those that spoil others are looked for in ever smaller batches, their neighbours sent along. */
  readonly all: number;
}

export interface WriteOutcome {
  readonly written: number;
  readonly failures: readonly RowFailure[];
  /** null: every row was tried. */
  readonly stopped: WriteStop | null;
  readonly passes: WritePasses;
}

export const nothingWritten: WriteOutcome = {
  written: 0,
  failures: [],
  stopped: null,
  passes: { locks: 0, all: 0 },
};

/** The outcomes of several writes as one. */
export function together(...outcomes: readonly WriteOutcome[]): WriteOutcome {
  return {
    written: outcomes.reduce((sum, { written }) => sum + written, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    stopped: outcomes.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    passes: {
      locks: Math.max(...outcomes.map(({ passes }) => passes.locks)),
      all: Math.max(...outcomes.map(({ passes }) => passes.all)),
    },
  };
}
