/** When runs happen by themselves: nightly by the clock, and when people ask for one. Never two at once. */
import { setTimeout as sleep } from "node:timers/promises";
import cron from "node-cron";
import type { Org } from "./crm/org.ts";
import { readWaitingRuns } from "./crm/readRuns.ts";
import type { RunRow } from "./crm/runRecord.ts";
import type { Log } from "./logger.ts";
import { RunLockedError } from "./run/runErrors.ts";
import type { RunRequest } from "./run/runTypes.ts";

export interface ScheduleOptions {
  readonly org: Org;
  readonly log: Log;
  readonly cron: string;
  /** IANA name, checked with the policy. */
  readonly timeZone: string;
  readonly pollSeconds: number;
  /** After each look for requested runs: whether the org answered. */
  readonly onLook?: (isWell: boolean) => void;
  readonly run: (request: RunRequest) => Promise<unknown>;
}

export interface Schedule {
  /** No run begins any more; resolves when the one at work has ended. */
  stop(): Promise<void>;
}

const nightly: RunRequest = {
  asOf: null,
  partnerId: null,
  isDryRun: false,
  approve: null,
  mode: "Nightly",
  requestedRunId: null,
};

/** After a failure the next look is put off this many times as long. */
const patience = 6;

export function startSchedule(options: ScheduleOptions): Schedule {
  const stopping = new AbortController();
  const queue = new RunQueue(options);
  const task = cron.schedule(options.cron, () => queue.add(nightly), {
    timezone: options.timeZone,
    noOverlap: true,
  });
  const polling = poll(options, queue, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await task.destroy();
      await polling;
      await queue.idle();
    },
  };
}

/** Runs one request after another; a failure is logged, and the next goes on. */
class RunQueue {
  readonly #options: ScheduleOptions;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  /** Resolves to whether the run came to an end of its own. */
  add(request: RunRequest): Promise<boolean> {
    this.#last = this.#last.then(() => this.#attempt(request));
    return this.#last;
  }

  async idle(): Promise<void> {
    await this.#last;
  }

  async #attempt(request: RunRequest): Promise<boolean> {
    try {
      await this.#options.run(request);
      return true;
    } catch (error) {
      const level = error instanceof RunLockedError ? "info" : "error";
      const { mode } = request;
      this.#options.log.log(level, "run not done", { mode, error: String(error) });
      return false;
    }
  }
}

async function poll(
  { org, log, pollSeconds, onLook }: ScheduleOptions,
  queue: RunQueue,
  signal: AbortSignal,
): Promise<void> {
  /** Approvals acted on already: where a plan stays held, once is enough. */
  const done = new Set<string>();
  while (!signal.aborted) {
    let isWell = true;
    try {
      const waiting = await readWaitingRuns(org);
      onLook?.(true);
      for (const request of requestsOf(waiting, done)) isWell = (await queue.add(request)) && isWell;
    } catch (error) {
      isWell = false;
      onLook?.(false);
      log.warn("could not look for requested runs", { error: String(error) });
    }
    const waitMs = pollSeconds * 1000 * (isWell ? 1 : patience);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Requested rows become runs of their own; one run over all partners serves every approval. */
function requestsOf(rows: readonly RunRow[], done: Set<string>): RunRequest[] {
  const requested = rows
    .filter(({ status }) => status === "Requested")
    .map((row): RunRequest => ({
      ...nightly,
      mode: "On Demand",
      partnerId: row.partnerId,
      requestedRunId: row.id,
    }));
  const approved = rows
    .filter(isApproved)
    .map(({ id, planHash }) => `${id} ${planHash}`)
    .filter((approval) => !done.has(approval));
  for (const approval of approved) done.add(approval);
  return approved.length > 0 ? [...requested, nightly] : requested;
}

function isApproved({ status, planHash, approvedPlanHash }: RunRow): boolean {
  return status === "Held" && planHash !== null && planHash === approvedPlanHash;
}
