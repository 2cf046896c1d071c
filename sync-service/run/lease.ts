/** The lock as its holder has it: kept alive by heartbeats, and a fence before every write. */
import { abortJobsOf } from "../crm/abortJobs.ts";
import { LeaseLostError } from "../crm/errors.ts";
import { type Fence, renewLease } from "../crm/fencedWrite.ts";
import type { Org } from "../crm/org.ts";
import { readRun } from "../crm/readRuns.ts";
import { type RunValues, updateRun } from "../crm/runRecord.ts";
import type { Log } from "../logger.ts";
import type { RunParts } from "./runTypes.ts";

const heartbeatMs = 30_000;

export interface LeaseFacts {
  readonly runId: string;
  readonly leaseNumber: number;
  readonly startedAt: string;
  readonly runner: string;
}

export class Lease {
  readonly runId: string;
  /** The record's key once the run is over. */
  readonly runKey: string;
  /** The org as this run may write to it: every write behind the lease's fence. */
  readonly org: Org;
  /** The same for the run's own record, which is written even where the run was told to stop. */
  readonly #ledger: Org;
  readonly #log: Log;
  readonly #fence: Fence;
  readonly #timer: NodeJS.Timeout;

  constructor({ org, log, signal }: Pick<RunParts, "org" | "log" | "signal">, facts: LeaseFacts) {
    this.#fence = { runId: facts.runId, leaseNumber: facts.leaseNumber };
    this.org = { ...org, fence: { ...this.#fence, signal } };
    this.#ledger = { ...org, fence: this.#fence };
    this.#log = log;
    this.runId = facts.runId;
    this.runKey = `run:${facts.startedAt}:${facts.runner}`;
    this.#timer = setInterval(() => void this.#beat(), heartbeatMs);
    this.#timer.unref();
  }

  /** Gives the lock back together with the run's outcome, in one write. @throws LeaseLostError */
  async release(outcome: RunValues): Promise<void> {
    clearInterval(this.#timer);
    await updateRun(this.#ledger, this.runId, {
      ...outcome,
      key: this.runKey,
      finishedAt: this.#ledger.clock.stamp(),
    });
  }

  /** Ends what this run has under way in bulk: the next one must come after its last row. */
  async endJobs(): Promise<void> {
    const own = await readRun(this.#ledger, this.runId);
    if (own) await abortJobsOf(this.#ledger, own);
  }

  /** Lets go of the lock without touching the record: it is somebody else's by now. */
  abandon(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    try {
      await renewLease(this.#ledger, this.#fence);
    } catch (error) {
      if (error instanceof LeaseLostError) this.abandon();
      // The next beat, or the fence before a write, will tell.
      this.#log.warn("heartbeat failed", { error: String(error) });
    }
  }
}
