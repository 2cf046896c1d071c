/** Counts API calls and watches the org's daily allowance, as Salesforce reports it with every answer. */
import { ApiLimitError } from "./errors.ts";

/** Percentages of the org's daily allowance. */
export interface ApiLimits {
  /** At which the service stops whoever used the calls: others share the allowance. */
  readonly orgPercent: number;
  /** That one run may use by itself. */
  readonly runPercent: number;
}

export class ApiBudget {
  #calls = 0;
  #runCalls = 0;
  #used = 0;
  /** Sent, and not yet counted by an answer. */
  #underway = 0;
  #allowed = 0;
  #limits: ApiLimits = { orgPercent: 80, runPercent: 100 };

  get calls(): number {
    return this.#calls;
  }

  /** A new run begins, under the policy's limits. */
  beginRun(limits: ApiLimits): void {
    this.#limits = limits;
    this.#runCalls = 0;
  }

  /** Before each call; throws once the allowance is nearly used up. */
  spend(isExempt: boolean): void {
    if (!isExempt && this.#allowed > 0) this.#check();
    this.#calls += 1;
    this.#runCalls += 1;
    this.#underway += 1;
  }

  /** After each call, with its answer's `Sforce-Limit-Info: api-usage=18/15000`; null = no answer, or none with it. */
  settle(limitInfo: string | null): void {
    this.#underway -= 1;
    const match = /api-usage=(\d+)\/(\d+)/.exec(limitInfo ?? "");
    if (!match) return;
    this.#used = Number(match[1]);
    this.#allowed = Number(match[2]);
  }

  #check(): void {
    const { orgPercent, runPercent } = this.#limits;
    const share = (calls: number) => (calls * 100) / this.#allowed;
    const used = this.#used + this.#underway;
    if (share(used) >= orgPercent)
      throw new ApiLimitError(
        `${used} of this org's ${this.#allowed} daily API calls are used; the service stops at ${orgPercent} %`,
      );
    if (share(this.#runCalls) >= runPercent)
      throw new ApiLimitError(
        `This run has used ${this.#runCalls} of the org's ${this.#allowed} daily API calls; a run stops at ${runPercent} %`,
      );
  }
}
