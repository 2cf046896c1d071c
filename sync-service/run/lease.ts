/** The lock as its holder has it: kept alive by heartbeats, looked at again before every write. */
import type { Org } from "../crm/org.ts";
import { readRun } from "../crm/readRuns.ts";
import { type RunValues, updateRun } from "../crm/runRecord.ts";
import type { Log } from "../logger.ts";
import { RunLockedError } from "./runErrors.ts";

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
  readonly #org: Org;
  readonly #log: Log;
  readonly #leaseNumber: number;
  readonly #timer: NodeJS.Timeout;

  constructor(org: Org, log: Log, facts: LeaseFacts) {
    this.#org = org;
    this.#log = log;
    this.#leaseNumber = facts.leaseNumber;
    this.runId = facts.runId;
    this.runKey = `run:${facts.startedAt}:${facts.runner}`;
    this.#timer = setInterval(() => void this.#beat(), heartbeatMs);
    this.#timer.unref();
  }

  /** A zombie must not write: whoever took the lease over has changed the record. @throws RunLockedError */
  async assertHeld(): Promise<void> {
    const row = await readRun(this.#org, this.runId);
    if (row?.key !== "active" || row.leaseNumber !== this.#leaseNumber)
      throw new RunLockedError("Another run has taken this one's place; nothing more is written");
  }

  /** Gives the lock back together with the run's outcome, in one write. */
  async release(outcome: RunValues): Promise<void> {
    clearInterval(this.#timer);
    await updateRun(this.#org, this.runId, {
      ...outcome,
      key: this.runKey,
      finishedAt: this.#org.clock.stamp(),
    });
  }

  /** Lets go of the lock without touching the record: it is somebody else's by now. */
  abandon(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    try {
      await updateRun(this.#org, this.runId, {
        heartbeatAt: this.#org.clock.stamp(),
      });
    } catch (error) {
      // The next beat, or the look before a write, will tell.
      this.#log.warn("heartbeat failed", { error: String(error) });
    }
  }
}
