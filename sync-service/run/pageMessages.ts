/** What the thread that packs result pages and the one that fetches them tell each other, page by page. */
import type { IdTable } from "../crm/idNumbers.ts";
import type { Segment, SharedSpill } from "./recordSpill.ts";

/** How the rows of a page are packed: by what has a number already. Rows that name anything else come back. */
export type PagePacking =
  | {
      readonly object: "attributions";
      readonly isMultiCurrency: boolean;
      readonly partners: IdTable;
      readonly registered: IdTable;
      readonly currencies: readonly (string | null)[];
    }
  | { readonly object: "lines"; readonly families: readonly (string | null)[] };

/** To the packing thread: a page begins, with a port of its own. */
export interface PageOrder {
  readonly isZipped: boolean;
  readonly packing: PagePacking;
  readonly spill: SharedSpill;
}

/** To it, by the page's port. */
export type PageInput =
  /** The next bytes as they came over the wire. */
  { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: "end" };

/** From it, by the page's port. */
export type PageOutput =
  /** Another input was used up. */
  | { readonly kind: "ready" }
  /** Rows that have not the usual form, one after the other, and where each ends. */
  | { readonly kind: "general"; readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: readonly number[] }
  | {
      readonly kind: "packed";
      readonly rows: number;
      readonly segments: readonly Segment[];
      readonly registered: readonly number[];
    }
  | { readonly kind: "failed"; readonly message: string; readonly isConfiguration: boolean };
