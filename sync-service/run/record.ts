/** The end of a run in the ledger: its own record, and the holds that it settles. */
import type { Org } from "../crm/org.ts";
import { readHeldRuns } from "../crm/readRuns.ts";
import { type RunRow, type RunValues, updateRun } from "../crm/runRecord.ts";
import type { Lease } from "./lease.ts";
import { planChanged } from "./runResult.ts";
import { summaryOf } from "./summary.ts";
import type { HeldCause, RunRequest, RunResult } from "./runTypes.ts";

export interface Finish {
  readonly result: Omit<RunResult, "apiCalls" | "seconds">;
  readonly planText: string;
  /** Who let the run write, where somebody had to. */
  readonly approval: RunValues;
}

/** Writes the run's outcome and gives the lock back. */
export async function recordRun(lease: Lease, { result, planText, approval }: Finish): Promise<void> {
  const isHeldForAnnual = result.held?.codes.includes(planChanged) ?? false;
  await lease.release({
    // The annual review has a Held row of its own; this run is over.
    status: isHeldForAnnual ? "Completed" : result.status,
    partnersEvaluated: result.partnersEvaluated,
    rowsRead: result.rowsRead,
    rowsWritten: result.rowsWritten,
    rowsFailed: result.rowsFailed,
    summary: summaryOf(result),
    plan: planText,
    planHash: result.planHash,
    heldReason: result.held?.reason ?? null,
    ...approval,
  });
}

/** A run over all partners settles every hold before it: released, held again, or moot. */
export async function supersedeHolds(org: Org, heldRuns: readonly RunRow[], runKey: string): Promise<void> {
  const older = heldRuns.filter(({ mode }) => mode !== "Annual");
  for (const row of older)
    await updateRun(org, row.id, {
      status: "Superseded",
      summary: `Settled by ${runKey}.`,
    });
}

/** Held before anything was decided: there is no plan to approve, so the row has no hash. */
export async function recordHold(lease: Lease, { partnerId }: RunRequest, { reason }: HeldCause): Promise<void> {
  const heldRuns = partnerId === null ? await readHeldRuns(lease.org) : [];
  await supersedeHolds(lease.org, heldRuns, lease.runKey);
  const summary = "Held before anything was decided. Set the cause right; the next run needs no approval.";
  await lease.release({ status: "Held", heldReason: reason, summary, rowsWritten: 0 });
}

/** A run that broke off says why. */
export async function recordFailure(lease: Lease, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await lease.release({
    status: "Failed",
    summary: `The run broke off: ${reason.slice(0, 2000)}`,
  });
}
