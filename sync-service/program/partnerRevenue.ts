/** Adds up one partner's verdicts, one by one, so that no attribution has to be kept (R-10..R-12, R-19). */
import type Big from "big.js";
import type { CreditReason, Day } from "./facts.ts";
import { zero } from "./money.ts";
import type { RevenueFigures, Verdict } from "./verdict.ts";
import { isWithin, type ProgramWindows } from "./windows.ts";

export class PartnerRevenue {
  readonly #windows: ProgramWindows;
  readonly #excluded: Partial<Record<CreditReason, number>> = {};
  #trailingInfluenced: Big = zero;
  #trailingResold: Big = zero;
  #annualWindow: Big = zero;
  #yearToDate: Big = zero;
  #future: Big = zero;
  #futureDeals = 0;

  constructor(windows: ProgramWindows) {
    this.#windows = windows;
  }

  /** Takes in the verdict of one attribution, in any order, by the close date of its opportunity. */
  add(verdict: Verdict, closeDate: Day): void {
    if (verdict.status === "Counted") this.#addCounted(verdict, closeDate);
    if (verdict.status === "Excluded") this.#addExcluded(verdict, closeDate);
  }

  /** The figures so far, US dollars; windows without a deal are 0. */
  figures(): RevenueFigures {
    return {
      trailing: this.#trailingInfluenced.plus(this.#trailingResold),
      trailingInfluenced: this.#trailingInfluenced,
      trailingResold: this.#trailingResold,
      annualWindow: this.#annualWindow,
      yearToDate: this.#yearToDate,
      future: this.#future,
      futureDeals: this.#futureDeals,
      excludedInTrailing: { ...this.#excluded },
    };
  }

  #addCounted(verdict: Verdict, closeDate: Day): void {
    const { asOf, trailing, annual, yearToDate } = this.#windows;
    if (closeDate > asOf) {
      this.#future = this.#future.plus(verdict.creditUsd);
      this.#futureDeals += 1;
      return;
    }
    if (isWithin(trailing, closeDate)) this.#addTrailing(verdict);
    if (isWithin(annual, closeDate)) this.#annualWindow = this.#annualWindow.plus(verdict.creditUsd);
    if (isWithin(yearToDate, closeDate)) this.#yearToDate = this.#yearToDate.plus(verdict.creditUsd);
  }

  #addTrailing(verdict: Verdict): void {
    this.#trailingInfluenced = this.#trailingInfluenced.plus(verdict.influencedUsd);
    this.#trailingResold = this.#trailingResold.plus(verdict.resoldUsd);
  }

  #addExcluded({ reason }: Verdict, closeDate: Day): void {
    if (reason === null || !isWithin(this.#windows.trailing, closeDate)) return;
    this.#excluded[reason] = (this.#excluded[reason] ?? 0) + 1;
  }
}
