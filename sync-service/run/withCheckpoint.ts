/** Reads with a checkpoint: a run that is cut off while it reads leaves one, and the next run goes on from it. */
import { Checkpoint, longestAgeMs } from "../crm/checkpoint.ts";
import { ApiLimitError, UnreachableError } from "../crm/errors.ts";
import { apiVersion, type Org } from "../crm/org.ts";
import { readRunsSince } from "../crm/readRuns.ts";
import type { Log } from "../logger.ts";
import type { Lease } from "./lease.ts";
import { InterruptedError } from "./runErrors.ts";
import type { RunParts, RunRequest } from "./runTypes.ts";

/**
 * Carries a reading out and removes its checkpoint before anything is written. Runs over one partner read too
 * little to gain, and a dry run holds no lock, so neither has one.
 */
export async function withCheckpoint<T>(
  { org, log }: Pick<RunParts, "org" | "log">,
  { partnerId }: RunRequest,
  lease: Lease | null,
  read: (org: Org) => Promise<T>,
): Promise<T> {
  if (org.checkpointPlace === null || lease === null || partnerId !== null) return read(org);
  const checkpoint = new Checkpoint(org.checkpointPlace, apiVersion, onceOnly(log));
  const isVoid = await isOutdated(org, checkpoint, lease.runId);
  if (isVoid) log.info("checkpoint not used: too old, or other runs were at work since");
  checkpoint.begin(lease.runId, isVoid);
  if (checkpoint.jobs > 0) log.info("goes on from a checkpoint", { jobs: checkpoint.jobs });
  const result = await read({ ...org, checkpoint }).catch((error: unknown) => {
    if (!isCutOff(error)) checkpoint.discard();
    throw error;
  });
  checkpoint.clear();
  return result;
}

/** Rows from before another run's writes would undo them. */
async function isOutdated(org: Org, checkpoint: Checkpoint, ownId: string): Promise<boolean> {
  const { since } = checkpoint;
  if (since === null) return false;
  const age = org.clock.now() - since;
  if (age < 0 || age > longestAgeMs) return true;
  const runs = await readRunsSince(org, since);
  return runs.some(({ id }) => id !== ownId && !checkpoint.isOf(id));
}

/** Nothing is wrong with what was read so far; after any other error the same rows would fail again. */
function isCutOff(error: unknown): boolean {
  return [UnreachableError, ApiLimitError, InterruptedError].some((kind) => error instanceof kind);
}

/** A disk that is full says so with every page. */
function onceOnly(log: Log): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (!isTold) log.warn("checkpoint can't be kept or read; the run goes on without", { error: String(error) });
    isTold = true;
  };
}
