/** What the generator leaves for servers and contenders: shapes only. */

export interface Page {
  /** A gzipped CSV file with its header. */
  readonly file: string;
  readonly rows: number;
}

export interface Manifest {
  readonly attributions: readonly Page[];
  readonly lines: readonly Page[];
  /** Attributions of deals that are open or of the windows: what a filtered night reads; the lines are all of such deals. */
  readonly recent: readonly Page[];
  /** In the place of the first page: some rows without a verdict. */
  readonly changed: Page;
  readonly changedRows: number;
  /** As many rows as stock jsforce gets through, as one page. */
  readonly long: Page;
}
