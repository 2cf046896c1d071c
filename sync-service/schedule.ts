/** When runs happen by themselves: nightly by the clock, and when people ask for one. Never two at once. */
import { setTimeout as sleep } from "node:timers/promises";
import cron from "node-cron";
import type { Org } from "./crm/org.ts";
import { readWaitingRuns } from "./crm/readRuns.ts";
import type { Log } from "./logger.ts";
import { RunLockedError, UsageError } from "./run/runErrors.ts";
import type { RunRequest, RunResult } from "./run/runTypes.ts";
import { answerOthers, nightly, type WaitingRun, waitingRuns } from "./waitingRuns.ts";

export interface ScheduleOptions {
  readonly org: Org;
  readonly log: Log;
  readonly cron: string;
  /** IANA name, checked with the policy. */
  readonly timeZone: string;
  readonly pollSeconds: number;
  /** After each look for requested runs: whether the org answered. */
  readonly onLook?: (isWell: boolean) => void;
  readonly run: (request: RunRequest) => Promise<RunResult>;
}

export interface Schedule {
  /** No run begins any more; resolves when the one at work has ended. */
  stop(): Promise<void>;
}

/** After a failure the next look is put off this many times as long. */
const patience = 6;

export function startSchedule(options: ScheduleOptions): Schedule {
  const stopping = new AbortController();
  const queue = new RunQueue(options);
  const task = cron.schedule(options.cron, () => queue.add({ request: nightly, alsoRequested: [] }), {
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

/** What became of a request: an end of its own, a fault of the request's, or one that the next would meet too. */
type Fate = "ended" | "refused" | "obstructed";

/** Runs one request after another; a failure is logged, and the next goes on. */
class RunQueue {
  readonly #options: ScheduleOptions;
  #last: Promise<Fate> = Promise.resolve("ended");

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  add(waiting: WaitingRun): Promise<Fate> {
    this.#last = this.#last.then(() => this.#attempt(waiting));
    return this.#last;
  }

  async idle(): Promise<void> {
    await this.#last;
  }

  async #attempt(waiting: WaitingRun): Promise<Fate> {
    const { run, org, log } = this.#options;
    try {
      const result = await run(waiting.request);
      await answerOthers(org, waiting, result);
      return "ended";
    } catch (error) {
      const isExpected = error instanceof RunLockedError || error instanceof UsageError;
      log.log(isExpected ? "info" : "error", "run not done", { mode: waiting.request.mode, error: String(error) });
      return error instanceof UsageError ? "refused" : "obstructed";
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
      isWell = await runAll(waitingRuns(waiting, done), queue, signal);
    } catch (error) {
      isWell = false;
      onLook?.(false);
      log.warn("could not look for requested runs", { error: String(error) });
    }
    const waitMs = pollSeconds * 1000 * (isWell ? 1 : patience);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One after another, until one meets what the next would meet too: the rest stay requested, and are looked for again. */
async function runAll(waiting: readonly WaitingRun[], queue: RunQueue, signal: AbortSignal): Promise<boolean> {
  for (const one of waiting) {
    if (signal.aborted) return true;
    if ((await queue.add(one)) === "obstructed") return false;
  }
  return true;
}
