/** Where packed records are put: what the readers of large tables need of whoever keeps their rows. */

import type { WirePage } from "./rowTarget.ts";

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

export interface RecordSpace {
  /** Told before the first record how many are to come. */
  begin(records: number): void | Promise<void>;
  page(): RecordPage;
  /** A page that another thread reads and packs; null: it is to be read here. */
  elsewhere?(isZipped: boolean): WirePage | null;
}
