/** Where the rows of a query go. A page's rows count only once the whole page is known to be sound. */
import type { Readable } from "node:stream";
import type { Row } from "./restQuery.ts";

/** One result page on its way in: everything it did is undone unless it is kept. */
export interface PageTarget {
  /** Takes the page as it comes over the wire, to its end. @throws where it is damaged, or ends within a row. */
  read(body: Readable, isZipped: boolean): Promise<void>;
  /** Rows so far, the header not counted. */
  readonly rows: number;
  /** Whether there was as much as a header. */
  readonly isEmpty: boolean;
  keep(): void;
  drop(): void;
}

export interface RowTarget {
  /** Told before the first row how many are to come. */
  begin(rows: number): void | Promise<void>;
  /** Rows of a small query, complete. */
  addRows(rows: readonly Row[]): void;
  /** Several pages may be on their way at once. */
  page(): PageTarget;
}
