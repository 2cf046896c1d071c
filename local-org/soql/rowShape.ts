import type { SQLOutputValue } from "node:sqlite";
import type { FieldType, FieldValue } from "../metadata/schema.ts";

/** A row as the database gives it, columns by position; inside child lists, integers come as text. */
export type Row = readonly (SQLOutputValue | undefined)[];

/** The value of a formula field of a stored record, computed after fetching. */
export type FormulaValue = (objectName: string, fieldName: string, id: string) => FieldValue;

export type ReadValue = (row: Row) => FieldValue;

export interface ValueEntry {
  readonly kind: "value";
  readonly name: string;
  readonly type: FieldType;
  readonly read: ReadValue;
}

export interface ParentEntry {
  readonly kind: "parent";
  readonly name: string;
  readonly shape: RecordShape;
}

export interface ChildrenEntry {
  readonly kind: "children";
  readonly name: string;
  readonly index: number;
  readonly shape: RecordShape;
}

export type ShapeEntry = ValueEntry | ParentEntry | ChildrenEntry;

/** How a row becomes a record. */
export interface RecordShape {
  /** `Account`, or `AggregateResult`. */
  readonly type: string;
  /** Where the record's id stands; null for aggregate rows, which have none. */
  readonly idIndex: number | null;
  readonly entries: readonly ShapeEntry[];
}

/** One column of the answer, in the order of the SELECT. */
export interface QueryColumn {
  /** `Account.Name`: the header of a CSV file. */
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  readonly isCustom: boolean;
  readonly isAggregate: boolean;
  readonly read: ReadValue;
}
