/** What stops a run beside Salesforce itself, and the exit code of any error. */
import { CrmError } from "../crm/errors.ts";

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

export const heldExitCode = 4;
export const rowsFailedExitCode = 3;

export function exitCodeOf(error: unknown): number {
  const isKnown = error instanceof CrmError || error instanceof RunLockedError || error instanceof UsageError;
  return isKnown ? error.exitCode : 1;
}
