/** Where packed records are put: what the readers of large tables need of whoever keeps their rows. */
import type { Readable } from "node:stream";

/** The records of one result page; they count only once it is kept. */
export interface RecordPage {
  /** Holds the record to be filled; asked for anew with every record. */
  readonly words: Int32Array;
  /** Where in it the record begins. */
  readonly slot: number;
  /** The record at the slot is complete. */
  add(): void;
  keep(): void;
  drop(): void;
}

/** One result page that another thread unzips and packs. */
export interface RecordPageElsewhere {
  /** Takes the page as it comes over the wire; returns how many of its rows were packed. @throws as a page read here does. */
  read(body: Readable, isZipped: boolean): Promise<number>;
  keep(): void;
  drop(): void;
}

export interface RecordSpace {
  /** Told before the first record how many are to come. */
  begin(records: number): void | Promise<void>;
  page(): RecordPage;
  /** `general` is given the rows that have not the usual form; null: the page is read here. */
  pageElsewhere?(general: (row: Uint8Array) => void): RecordPageElsewhere | null;
}
