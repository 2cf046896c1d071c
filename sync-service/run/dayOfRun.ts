/** Which day and policy a run is under; without a policy that can be followed it is held before anything is decided. */
import { readPolicies } from "../crm/readPolicy.ts";
import { dayOf } from "../program/windows.ts";
import { heldIfUnread } from "./heldIfUnread.ts";
import { acquireLock } from "./lock.ts";
import { programDay, type ProgramDay } from "./programDay.ts";
import { recordHold } from "./record.ts";
import { RunHeldError } from "./runErrors.ts";
import type { RunParts, RunRequest } from "./runTypes.ts";

/** @throws RunHeldError; PolicyError where somebody asked for a day that no policy covers. */
export async function dayOfRun(parts: RunParts, request: RunRequest): Promise<ProgramDay> {
  try {
    return await dayUnderPolicy(parts, request);
  } catch (error) {
    if (error instanceof RunHeldError && !request.isDryRun) await recordUndated(parts, request, error);
    throw error;
  }
}

async function dayUnderPolicy({ org }: RunParts, { asOf }: RunRequest): Promise<ProgramDay> {
  const policies = await heldIfUnread(readPolicies(org));
  const dated = Promise.try(() => programDay(policies, asOf, org.clock.now()));
  return asOf === null ? heldIfUnread(dated) : dated;
}

/** Without a policy there is no time zone either. */
async function recordUndated(parts: RunParts, request: RunRequest, { held }: RunHeldError): Promise<void> {
  const lease = await acquireLock(parts, request, request.asOf ?? dayOf(parts.org.clock.now(), "UTC"));
  await recordHold(lease, request, held);
}
