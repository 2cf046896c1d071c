/** Turns for heartbeats and health checks while work goes on for long: by time, as rows differ in length, and a deal or a partner met for the first time takes many times as long as the next. */
import { setImmediate as nextTurn } from "node:timers/promises";

/** Nobody is to wait for a tenth of a second; a machine under load takes twice as long. */
const longestMs = 25;

export class Turns {
  #since = performance.now();

  /** Whether others have waited long enough. */
  get areDue(): boolean {
    return performance.now() - this.#since >= longestMs;
  }

  async give(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
