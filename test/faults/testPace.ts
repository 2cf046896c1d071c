/** Waits that take no time, and a clock that knows of them all the same. */
import { setImmediate as turn } from "node:timers/promises";
import type { Pace } from "../../sync-service/crm/pace.ts";

export interface TestPace extends Pace {
  /** Milliseconds asked for so far. */
  readonly waited: () => number;
}

export function testPace(): TestPace {
  let waited = 0;
  let dice = 1;
  return {
    sleep: async (milliseconds) => {
      waited += milliseconds;
      // The org works its jobs off between two looks.
      await turn();
    },
    now: () => waited,
    random: () => {
      dice = (dice * 48271) % 2147483647;
      return dice / 2147483647;
    },
    waited: () => waited,
  };
}
