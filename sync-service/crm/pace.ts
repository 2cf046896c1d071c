/** Time and chance, as retries and polls have them: given from outside, so that tests wait for nothing. */
import { setTimeout as wait } from "node:timers/promises";

export interface Pace {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since any fixed moment, never set back. */
  readonly now: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

export const realPace: Pace = {
  sleep: async (milliseconds) => {
    await wait(milliseconds);
  },
  now: () => performance.now(),
  random: Math.random,
};
