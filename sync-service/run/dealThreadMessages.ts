/** What the thread of a run and the thread beside it say to each other while deals are read and judged. */
import type { OpportunityOptions } from "../crm/opportunityColumns.ts";
import type { JudgedShare, JudgeTask } from "./judgeMessages.ts";
import type { SharedDeals } from "./packedDeals.ts";

/** Tables whose pages the thread reads. */
export type DealTable = "attributions" | "lines";

/** What the thread is started with. */
export interface DealThreadTask {
  readonly options: OpportunityOptions;
  readonly parts: number;
  /** Words of the ids of opportunities that an approved registration names. */
  readonly registered: Int32Array;
}

/** About one page, by its number. */
export type PageOrder =
  | { readonly kind: "open"; readonly page: number; readonly table: DealTable; readonly isZipped: boolean }
  | { readonly kind: "bytes"; readonly page: number; readonly bytes: Uint8Array }
  | { readonly kind: "end" | "keep" | "drop"; readonly page: number };

export type DealThreadOrder =
  | PageOrder
  | { readonly kind: "finish" }
  | { readonly kind: "abandon" }
  | { readonly kind: "judge"; readonly task: JudgeTask };

export type PageReply =
  | { readonly kind: "read"; readonly page: number; readonly bytes: number }
  | { readonly kind: "ended"; readonly page: number; readonly rows: number; readonly isEmpty: boolean }
  | { readonly kind: "kept"; readonly page: number }
  | { readonly kind: "failed"; readonly page: number; readonly error: ThreadError };

export type DealThreadReply =
  | PageReply
  | { readonly kind: "finished"; readonly deals: SharedDeals }
  | { readonly kind: "judged"; readonly share: JudgedShare };

/** An error's class does not come along. */
export interface ThreadError {
  readonly code: string | null;
  readonly message: string;
}
