/** Which day and policy a run is under; without a policy that can be followed it is held before anything is decided. */
import { PolicyError } from "../crm/errors.ts";
import { readHeldRuns } from "../crm/readRuns.ts";
import { readPolicies } from "../crm/readPolicy.ts";
import { dayOf } from "../program/windows.ts";
import { acquireLock } from "./lock.ts";
import { programDay, type ProgramDay } from "./programDay.ts";
import { supersedeHolds } from "./record.ts";
import { RunHeldError } from "./runErrors.ts";
import type { HeldCause, RunParts, RunRequest } from "./runTypes.ts";

/** @throws RunHeldError; PolicyError where somebody asked for a day that no policy covers. */
export async function dayOfRun(parts: RunParts, request: RunRequest): Promise<ProgramDay> {
  const { org } = parts;
  let isReadable = false;
  try {
    const policies = await readPolicies(org);
    isReadable = true;
    return programDay(policies, request.asOf, org.clock.now());
  } catch (error) {
    const isAskedFor = isReadable && request.asOf !== null;
    if (!(error instanceof PolicyError) || isAskedFor) throw error;
    const held = { codes: ["POLICY"], reason: error.message };
    if (!request.isDryRun) await recordHold(parts, request, held);
    throw new RunHeldError(held, { cause: error });
  }
}

/** For those who look into the org: there is no plan to approve, so the row has no hash; the rows set right release it. */
async function recordHold(parts: RunParts, request: RunRequest, { reason }: HeldCause): Promise<void> {
  const { clock } = parts.org;
  const lease = await acquireLock(parts, request, request.asOf ?? dayOf(clock.now(), "UTC"));
  const heldRuns = request.partnerId === null ? await readHeldRuns(lease.org) : [];
  await supersedeHolds(lease.org, heldRuns, lease.runKey);
  const summary = "Held before anything was decided. Set the policy's rows right; the next run needs no approval.";
  await lease.release({ status: "Held", heldReason: reason, summary, rowsWritten: 0 });
}
