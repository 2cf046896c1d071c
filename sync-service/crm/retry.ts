/** Exponential backoff with full jitter: retries of many clients never arrive together. */
import { TransientError, UnreachableError } from "./errors.ts";
import type { Pace } from "./pace.ts";

export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly baseMs: number;
  readonly capMs: number;
}

export const defaultRetry: RetryPolicy = {
  attempts: 6,
  baseMs: 1_000,
  capMs: 60_000,
};

export interface Insistence {
  readonly policy: RetryPolicy;
  readonly pace: Pace;
  /** What is tried, for the error in the end. */
  readonly what: string;
}

/** Runs an attempt until it passes, fails for good, or the attempts are used up. */
export async function withRetry<T>({ policy, pace, what }: Insistence, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      if (tried >= Math.min(policy.attempts, error.mostAttempts)) throw lastly(what, tried, error);
      await pace.sleep(error.retryAfterMs ?? backoffMs(policy, tried, pace));
    }
  }
}

/** A random wait between nothing and the doubled base, capped. */
export function backoffMs(policy: RetryPolicy, tried: number, { random }: Pick<Pace, "random">): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (tried - 1));
  return Math.round(random() * ceiling);
}

function lastly(what: string, tried: number, error: TransientError): Error {
  const { lastly: meaning } = error;
  return meaning ?? new UnreachableError(`${what} failed ${tried} times; last: ${error.message}`, { cause: error });
}
