/** What a run that ends early leaves in the ledger. */
import { LeaseLostError } from "../crm/errors.ts";
import type { Lease } from "./lease.ts";
import { recordFailure, recordHold } from "./record.ts";
import { InterruptedError, RunHeldError } from "./runErrors.ts";
import type { RunRequest } from "./runTypes.ts";

/** Says why on the run's record, and gives the lock back. */
export async function giveUp(lease: Lease, request: RunRequest, error: unknown): Promise<void> {
  if (error instanceof LeaseLostError) {
    lease.abandon();
    return;
  }
  try {
    if (error instanceof InterruptedError) await lease.endJobs();
    if (error instanceof RunHeldError) await recordHold(lease, request, error.held);
    else await recordFailure(lease, error);
  } catch {
    // The org may be out of reach by now; the first error is the one that counts, and the lease runs out.
    lease.abandon();
  }
}
