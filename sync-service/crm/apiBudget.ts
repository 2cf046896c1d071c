/** Counts API calls and watches the org's daily allowance, as Salesforce reports it with every answer. */
import { ApiLimitError } from "./errors.ts";

export class ApiBudget {
  #calls = 0;
  #used = 0;
  #allowed = 0;
  readonly #stopAtPercent: number;

  /** Other integrations share the allowance: the service stops well before its end. */
  constructor(stopAtPercent = 80) {
    this.#stopAtPercent = stopAtPercent;
  }

  get calls(): number {
    return this.#calls;
  }

  /** Before each call; throws once the allowance is nearly used up. */
  spend(isExempt: boolean): void {
    const isSpent = this.#used * 100 >= this.#allowed * this.#stopAtPercent;
    if (!isExempt && this.#allowed > 0 && isSpent)
      throw new ApiLimitError(
        `${this.#used} of ${this.#allowed} daily API calls of this org are used; the run stops at ${this.#stopAtPercent} %`,
      );
    this.#calls += 1;
  }

  /** Takes note of `Sforce-Limit-Info: api-usage=18/15000`. */
  note(limitInfo: string | null): void {
    const match = /api-usage=(\d+)\/(\d+)/.exec(limitInfo ?? "");
    if (!match) return;
    this.#used = Number(match[1]);
    this.#allowed = Number(match[2]);
  }
}
