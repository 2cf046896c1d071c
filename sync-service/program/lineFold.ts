/** The lines of one opportunity folded into one figure on whole numbers, as `opportunityRevenue` sums decimals. */
import { revenueKind } from "./plainVerdict.ts";

/** What a line's family means. */
export const lineKind = { ordinary: 0, services: 1, leftOutOfResale: 2 } as const;

/** Sums are kept at this many decimal places. */
const places = 2;
const powers = [100, 10, 1];

export class LineFold {
  /** In hundredths of the currency's unit, negative lines included; NaN where that is not exact. */
  sum = 0;
  /** The same without the lines that resale leaves out. */
  resalable = 0;
  /** Lines that resale leaves out carry an eARR, be it 0. */
  hasLeftOut = false;
  #software = 0;
  #amounts = 0;

  begin(): void {
    this.sum = 0;
    this.resalable = 0;
    this.hasLeftOut = false;
    this.#software = 0;
    this.#amounts = 0;
  }

  /** A line without eARR. */
  addBlank(kind: number): void {
    if (kind !== lineKind.services) this.#software += 1;
  }

  /** A line of mantissa / 10^scale. */
  add(kind: number, mantissa: number, scale: number): void {
    if (kind === lineKind.services) return;
    this.#software += 1;
    this.#amounts += 1;
    const amount = mantissa * (powers[scale] ?? NaN);
    this.sum = exactly(this.sum + amount);
    if (kind === lineKind.leftOutOfResale) this.hasLeftOut = true;
    else this.resalable = exactly(this.resalable + amount);
  }

  /** Of an opportunity that has lines. */
  get kind(): number {
    if (this.#software === 0) return revenueKind.servicesOnly;
    return this.#amounts === 0 ? revenueKind.noEarr : revenueKind.figure;
  }

  get scale(): number {
    return places;
  }
}

function exactly(sum: number): number {
  return Number.isSafeInteger(sum) ? sum : NaN;
}
