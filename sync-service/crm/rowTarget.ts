/** Where the rows of a query go. A page's rows count only once the whole page is known to be sound. */
import type { Row } from "./restQuery.ts";

/** One result page on its way in: everything it did is undone unless it is kept. */
export interface PageTarget {
  /** The next bytes of the page; they may end anywhere. */
  write(chunk: Uint8Array): void;
  /** The page is over. @throws where it ends within a row. */
  end(): void;
  /** Rows so far, the header not counted. */
  readonly rows: number;
  /** Whether there was as much as a header. */
  readonly isEmpty: boolean;
  keep(): void;
  drop(): void;
}

/** The same where the bytes are as they came over the wire, and may be read on another thread: rows are there at its end. */
export interface WirePage extends Pick<PageTarget, "rows" | "isEmpty" | "drop"> {
  write(chunk: Uint8Array): void | Promise<void>;
  end(): void | Promise<void>;
  keep(): void | Promise<void>;
}

export interface RowTarget {
  /** Told before the first row how many are to come. */
  begin(rows: number): void | Promise<void>;
  /** Rows of a small query, complete. */
  addRows(rows: readonly Row[]): void;
  /** Several pages may be on their way at once. */
  page(): PageTarget;
  /** A page that another thread reads; null: it is to be read here. */
  elsewhere?(isZipped: boolean): WirePage | null;
}
