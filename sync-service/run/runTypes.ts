/** What a run is asked, what it works with, and what it gives back: shapes only. */
import type { Log } from "../logger.ts";
import type { Org } from "../crm/org.ts";
import type { RowFailure, WriteStop } from "../crm/rowWrite.ts";
import type { RunMode } from "../crm/runRecord.ts";
import type { BoundarySummary } from "../program/boundaryList.ts";
import type { Day, TierName } from "../program/facts.ts";
import type { ReviewType } from "../program/programRecords.ts";

export interface RunRequest {
  /** null: today by the org's clock. */
  readonly asOf: Day | null;
  /** null: every partner. */
  readonly partnerId: string | null;
  /** Writes nothing at all, not even a record of the run. */
  readonly isDryRun: boolean;
  /** The plan that a person approves with this run. */
  readonly approve: string | null;
  readonly mode: RunMode;
  /** The Requested row that becomes this run's own; null = a new one. */
  readonly requestedRunId: string | null;
  /** All deals, whatever the nights before read; a run on demand reads them without being told. */
  readonly isFullReading?: boolean;
}

/** Which deals a run over all partners read. */
export interface ReadingNotice {
  readonly kind: "Full" | "Filtered";
  /** Filtered: of deals that closed earlier, only those that may have something new. */
  readonly from: Day;
  /** Full: why; null = there are so few that every night reads them all. */
  readonly reason: string | null;
}

/** Told as a run goes on; for people, never for logs. */
export interface Progress {
  readonly step: (what: string) => void;
  /** The run has a record of its own from now on. */
  readonly began?: (runId: string) => void;
}

export interface RunParts {
  readonly org: Org;
  readonly log: Log;
  readonly progress: Progress;
  /** Told to stop: its reason is the error that the run ends with. */
  readonly signal?: AbortSignal;
}

/** One partner that a run changed. */
export interface PartnerChange {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tierBefore: TierName | null;
  readonly tierAfter: TierName | null;
  /** In the order made; empty where only figures or benefits changed. */
  readonly moves: readonly ReviewType[];
  readonly benefitsGained: readonly string[];
  readonly benefitsLost: readonly string[];
  /** The decision in plain sentences. */
  readonly explanation: string | null;
  /** What the last review of this run rests on, with its window; null = no review. */
  readonly reason: string | null;
}

export interface HeldCause {
  readonly codes: readonly string[];
  readonly reason: string;
}

/** What came of reading back a sample of the rows that the run saved. */
export interface ReadBack {
  readonly rows: number;
  readonly differences: readonly RowFailure[];
  /** Objects that could not be read back. */
  readonly unverified: readonly string[];
}

/** The annual review that waits for approval. */
export interface AnnualNotice {
  readonly year: number;
  readonly planHash: string;
  readonly partners: number;
  readonly isOverdue: boolean;
}

export type ResultStatus = "Completed" | "Completed With Errors" | "Held" | "Failed";

/** The document that `--json` prints; its `version` changes when a field changes its meaning. */
export interface RunResult {
  readonly version: 1;
  readonly status: ResultStatus;
  readonly exitCode: number;
  readonly isDryRun: boolean;
  readonly runKey: string;
  readonly asOf: Day;
  readonly policy: string;
  readonly policyLabel: string;
  readonly planHash: string;
  readonly partnersEvaluated: number;
  readonly rowsRead: number;
  /** null: of one partner, all of whose deals are read. */
  readonly reading: ReadingNotice | null;
  /** The run's own record not counted; of a dry run, what it would write. */
  readonly rowsWritten: number;
  readonly rowsFailed: number;
  /** Rows that were refused. */
  readonly failures: readonly RowFailure[];
  /** Rows that were saved, and hold something else now. */
  readonly readBack: ReadBack;
  /** The code that refused so many rows that the rest was not sent; null = every row was tried. */
  readonly stopped: WriteStop | null;
  readonly held: HeldCause | null;
  readonly annual: AnnualNotice | null;
  readonly changes: readonly PartnerChange[];
  /** Closings on the edge of a rule: worth a look, never shifted. */
  readonly boundaryCases: number;
  /** The same by kind, and the first of them by id. */
  readonly boundaries: BoundarySummary;
  readonly apiCalls: number;
  readonly seconds: number;
}
