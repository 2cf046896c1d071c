/** Adds up one partner's verdicts, one by one, so that no attribution has to be kept (R-10..R-12, R-19). */
import type { CreditReason, Day } from "./facts.ts";
import { CentSum } from "./centSum.ts";
import type { RevenueFigures, Verdict } from "./verdict.ts";
import type { PlainVerdict } from "./plainVerdict.ts";
import { isWithin, type ProgramWindows } from "./windows.ts";

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

  /** The same for a verdict without decimals; `isIn` says where its close date lies. */
  addPlain(verdict: PlainVerdict, cents: number, resoldCents: number, isIn: WindowPlaces): void {
    if (verdict.status === "Excluded") this.#addExcluded(verdict.reason, isIn.trailing);
    if (verdict.status !== "Counted") return;
    if (isIn.future) {
      this.#future.addCents(cents);
      this.#futureDeals += 1;
      return;
    }
    if (isIn.trailing) {
      this.#trailingInfluenced.addCents(cents - resoldCents);
      this.#trailingResold.addCents(resoldCents);
    }
    if (isIn.annual) this.#annualWindow.addCents(cents);
    if (isIn.yearToDate) this.#yearToDate.addCents(cents);
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

/** In which windows a close date lies (R-10..R-12). */
export interface WindowPlaces {
  readonly future: boolean;
  readonly trailing: boolean;
  readonly annual: boolean;
  readonly yearToDate: boolean;
}
