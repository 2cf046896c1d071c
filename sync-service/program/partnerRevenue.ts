/** Adds up one partner's verdicts, one by one, so that no attribution has to be kept (R-10..R-12, R-19). */
import type { CreditReason, Day } from "./facts.ts";
import { CentSum } from "./centSum.ts";
import type { RevenueFigures, Verdict } from "./verdict.ts";
import { isWithin, type ProgramWindows } from "./windows.ts";

/** What `RevenueFigures` is made of, before it is made decimals. */
export interface RevenueSums {
  readonly trailingInfluenced: CentSum;
  readonly trailingResold: CentSum;
  readonly annualWindow: CentSum;
  readonly yearToDate: CentSum;
  readonly future: CentSum;
  readonly futureDeals: number;
  readonly excludedInTrailing: RevenueFigures["excludedInTrailing"];
}

export class PartnerRevenue {
  readonly #windows: ProgramWindows;
  readonly #excluded: Partial<Record<CreditReason, number>> = {};
  readonly #trailingInfluenced = new CentSum();
  readonly #trailingResold = new CentSum();
  readonly #annualWindow = new CentSum();
  readonly #yearToDate = new CentSum();
  readonly #future = new CentSum();
  #futureDeals = 0;

  constructor(windows: ProgramWindows) {
    this.#windows = windows;
  }

  /** Takes in the verdict of one attribution, in any order, by the close date of its opportunity. */
  add(verdict: Verdict, closeDate: Day): void {
    if (verdict.status === "Counted") this.#addCounted(verdict, closeDate);
    if (verdict.status === "Excluded") this.#addExcluded(verdict.reason, isWithin(this.#windows.trailing, closeDate));
  }

  /** Takes in what others have added up already. */
  addSums(sums: RevenueSums): void {
    this.#trailingInfluenced.addSum(sums.trailingInfluenced);
    this.#trailingResold.addSum(sums.trailingResold);
    this.#annualWindow.addSum(sums.annualWindow);
    this.#yearToDate.addSum(sums.yearToDate);
    this.#future.addSum(sums.future);
    this.#futureDeals += sums.futureDeals;
    for (const reason of creditReasonsIn(sums.excludedInTrailing))
      this.#excluded[reason] = (this.#excluded[reason] ?? 0) + (sums.excludedInTrailing[reason] ?? 0);
  }

  /** The sums so far. */
  sums(): RevenueSums {
    return {
      trailingInfluenced: this.#trailingInfluenced,
      trailingResold: this.#trailingResold,
      annualWindow: this.#annualWindow,
      yearToDate: this.#yearToDate,
      future: this.#future,
      futureDeals: this.#futureDeals,
      excludedInTrailing: this.#excluded,
    };
  }

  /** The figures so far, US dollars; windows without a deal are 0. */
  figures(): RevenueFigures {
    const [influenced, resold] = [this.#trailingInfluenced.total, this.#trailingResold.total];
    return {
      trailing: influenced.plus(resold),
      trailingInfluenced: influenced,
      trailingResold: resold,
      annualWindow: this.#annualWindow.total,
      yearToDate: this.#yearToDate.total,
      future: this.#future.total,
      futureDeals: this.#futureDeals,
      excludedInTrailing: { ...this.#excluded },
    };
  }

  #addCounted({ creditUsd, influencedUsd, resoldUsd }: Verdict, closeDate: Day): void {
    const { asOf, trailing, annual, yearToDate } = this.#windows;
    if (closeDate > asOf) {
      this.#future.add(creditUsd);
      this.#futureDeals += 1;
      return;
    }
    if (isWithin(trailing, closeDate)) {
      this.#trailingInfluenced.add(influencedUsd);
      this.#trailingResold.add(resoldUsd);
    }
    if (isWithin(annual, closeDate)) this.#annualWindow.add(creditUsd);
    if (isWithin(yearToDate, closeDate)) this.#yearToDate.add(creditUsd);
  }

  #addExcluded(reason: CreditReason | null, isInTrailing: boolean): void {
    if (reason === null || !isInTrailing) return;
    this.#excluded[reason] = (this.#excluded[reason] ?? 0) + 1;
  }
}

function creditReasonsIn(counts: RevenueFigures["excludedInTrailing"]): CreditReason[] {
  return Object.keys(counts) as CreditReason[];
}
