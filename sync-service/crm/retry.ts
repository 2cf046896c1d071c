/** Exponential backoff with full jitter: retries of many clients never arrive together. */
import { setTimeout as sleep } from "node:timers/promises";
import { TransientError, UnreachableError } from "./errors.ts";

export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly baseMs: number;
  readonly capMs: number;
}

export const defaultRetry: RetryPolicy = {
  attempts: 6,
  baseMs: 500,
  capMs: 30_000,
};

/** Runs an attempt until it passes, fails for good, or the attempts are used up. */
export async function withRetry<T>(policy: RetryPolicy, what: string, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      if (tried >= policy.attempts)
        throw new UnreachableError(`${what} failed ${tried} times; last: ${error.message}`, { cause: error });
      await sleep(error.retryAfterMs ?? backoffMs(policy, tried));
    }
  }
}

/** A random wait between nothing and the doubled base, capped. */
export function backoffMs(policy: RetryPolicy, tried: number): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (tried - 1));
  return Math.round(Math.random() * ceiling);
}
