/** Whether the service is fit for work, told by its own looks for requested runs: a probe costs no API call. */
import type { Readiness } from "./http/httpParts.ts";

/** Looks may be this many intervals late: a run at work keeps the next look waiting. */
const patience = 12;

export class PollReadiness implements Readiness {
  readonly #intervalMs: number;
  readonly #now: () => number;
  readonly #isBusy: () => boolean;
  #lastGoodAt: number | null = null;
  #isFailing = false;

  constructor(pollSeconds: number, isBusy: () => boolean, now: () => number = Date.now) {
    this.#intervalMs = pollSeconds * 1000;
    this.#isBusy = isBusy;
    this.#now = now;
  }

  /** After each look at the org for requested runs. */
  note(isWell: boolean): void {
    this.#isFailing = !isWell;
    if (isWell) this.#lastGoodAt = this.#now();
  }

  obstacle(): string | null {
    if (this.#isFailing) return "Salesforce could not be asked for requested runs; the log says why";
    if (this.#lastGoodAt === null) return "The service has not looked for requested runs yet";
    const isLate = this.#now() - this.#lastGoodAt > this.#intervalMs * patience;
    return isLate && !this.#isBusy() ? "The service has stopped looking for requested runs" : null;
  }
}
