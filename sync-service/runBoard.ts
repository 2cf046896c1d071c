/** What this process is running and has run: what the HTTP API shows live, and what metrics count. */
import { EventEmitter } from "node:events";
import type { Progress, RunRequest, RunResult } from "./run/runTypes.ts";

export interface RunStep {
  readonly what: string;
  /** Since the run began in this process. */
  readonly seconds: number;
}

export interface RunAtWork {
  readonly request: RunRequest;
  /** The run's record; null before the lock is taken. */
  readonly runId: string | null;
  readonly steps: readonly RunStep[];
}

/** A run that came to its end, or broke off with an error. */
export interface RunEnd {
  readonly request: RunRequest;
  readonly runId: string | null;
  readonly result: RunResult | null;
  readonly error: unknown;
  readonly seconds: number;
}

interface BoardEvents {
  step: [run: RunAtWork, step: RunStep];
  end: [end: RunEnd];
}

export class RunBoard extends EventEmitter<BoardEvents> {
  #current: RunAtWork | null = null;

  constructor() {
    super();
    // Each open stream of a run's progress listens; their number is limited where they are opened.
    this.setMaxListeners(0);
  }

  /** The run at work in this process, if any. */
  get current(): RunAtWork | null {
    return this.#current;
  }

  /** Carries out a run and tells its steps and its end; fails as the run fails. */
  async watch(request: RunRequest, run: (progress: Progress) => Promise<RunResult>): Promise<RunResult> {
    const began = performance.now();
    const elapsed = (): number => Math.round(performance.now() - began) / 1000;
    const steps: RunStep[] = [];
    let runId = request.requestedRunId;
    const atWork = (): RunAtWork => ({ request, runId, steps });
    this.#current = atWork();
    const progress: Progress = {
      step: (what) => {
        steps.push({ what, seconds: elapsed() });
        this.emit("step", atWork(), { what, seconds: elapsed() });
      },
      began: (id) => {
        runId = id;
        this.#current = atWork();
      },
    };
    try {
      const result = await run(progress);
      this.#end({ request, runId, result, error: null, seconds: elapsed() });
      return result;
    } catch (error) {
      this.#end({ request, runId, result: null, error, seconds: elapsed() });
      throw error;
    }
  }

  #end(end: RunEnd): void {
    this.#current = null;
    this.emit("end", end);
  }
}
