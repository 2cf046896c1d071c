/** What stops a run beside Salesforce itself, and the exit code of any error. */
import { CrmError } from "../crm/errors.ts";
import type { HeldCause } from "./runTypes.ts";

/** Another run is at work, or has taken this one's place. */
export class RunLockedError extends Error {
  override readonly name = "RunLockedError";
  readonly code = "RUN_LOCKED";
  readonly exitCode = 6;
}

/** The caller asked for something that does not exist. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "USAGE";
  readonly exitCode = 2;
}

/** Held before anything could be decided: there is no plan that a person could approve. */
export class RunHeldError extends Error {
  override readonly name = "RunHeldError";
  readonly code = "HELD";
  readonly exitCode = 4;
  readonly held: HeldCause;

  constructor(held: HeldCause, options: ErrorOptions) {
    super(`Held, and nothing was written: ${held.reason}`, options);
    this.held = held;
  }
}

/** The process was told to stop in mid-run: the lock is given back, and the next run writes what is missing. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
  readonly code = "INTERRUPTED";
  /** What shells expect: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`The run was told to stop (${signal}); the next one writes what is missing`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

type RunError = RunLockedError | UsageError | RunHeldError | InterruptedError;

/** Whether an error has a code and an exit code of its own. */
export function isKnownError(error: unknown): error is RunError | CrmError {
  const known = [CrmError, RunLockedError, UsageError, RunHeldError, InterruptedError];
  return known.some((kind) => error instanceof kind);
}

export const heldExitCode = 4;
export const rowsFailedExitCode = 3;

export function exitCodeOf(error: unknown): number {
  return isKnownError(error) ? error.exitCode : 1;
}
