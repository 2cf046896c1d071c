/**
 * What plain verdicts come to for every partner (R-10..R-12, R-19, R-34): a row of numbers each, side by side in one
 * block, because deals come in no order of partners, and the objects of twenty thousand lie too far apart in memory.
 */
import Big from "big.js";
import { CentSum } from "./centSum.ts";
import type { CreditReason } from "./facts.ts";
import type { PlainVerdict } from "./plainVerdict.ts";
import type { PartnerRevenue } from "./partnerRevenue.ts";

/** In which windows a close date lies (R-10..R-12). */
export interface WindowPlaces {
  readonly future: boolean;
  readonly trailing: boolean;
  readonly annual: boolean;
  readonly yearToDate: boolean;
}

const place = { influenced: 0, resold: 1, annual: 2, yearToDate: 3, future: 4, futureDeals: 5, created: 6 } as const;
const firstReason = 8;
const rowLength = 16;
/** So far below what a number holds exactly that one more amount keeps a sum exact. */
const mostCents = 2 ** 52;

/** The rows of numbers as they are, what has outgrown them as text, and which reasons are counted in which order. */
export interface SharedSums {
  readonly sums: Float64Array;
  readonly large: readonly (readonly [place: number, dollars: string])[];
  readonly reasons: readonly CreditReason[];
}

export class PlainSums {
  #sums = new Float64Array(rowLength * 256);
  /** What has outgrown a number, by its place. */
  readonly #large = new Map<number, CentSum>();
  readonly #reasons: CreditReason[] = [];

  /** One row's verdict; the amounts are whole cents, exact as numbers. */
  add(partner: number, verdict: PlainVerdict, cents: number, resoldCents: number, isIn: WindowPlaces): void {
    const row = this.#rowOf(partner);
    if (verdict.status === "Excluded" && isIn.trailing) this.#sums[row + this.#placeOf(verdict.reason)]! += 1;
    if (verdict.status !== "Counted") return;
    if (isIn.future) {
      this.#addCents(row + place.future, cents);
      this.#sums[row + place.futureDeals]! += 1;
      return;
    }
    if (isIn.trailing) {
      this.#addCents(row + place.influenced, cents - resoldCents);
      this.#addCents(row + place.resold, resoldCents);
    }
    if (isIn.annual) this.#addCents(row + place.annual, cents);
    if (isIn.yearToDate) this.#addCents(row + place.yearToDate, cents);
  }

  /** a row of the partner was created in the quarter that counts. */
  noteCreation(partner: number): void {
    // First the row: room made for it is another array.
    const row = this.#rowOf(partner);
    this.#sums[row + place.created] = 1;
  }

  wasCreationNoted(partner: number): boolean {
    const row = this.#rowOf(partner);
    return this.#sums[row + place.created] === 1;
  }

  /** All sums, for another thread. */
  shared(): SharedSums {
    const large = Array.from(this.#large, ([place, sum]) => [place, sum.total.toFixed()] as const);
    return { sums: this.#sums, large, reasons: this.#reasons };
  }

  /** Adds all that another thread has summed up. */
  addShared({ sums, large, reasons }: SharedSums): void {
    for (let row = 0; row < sums.length; row += rowLength) this.#addRow(row, sums, reasons);
    for (const [at, total] of large) this.#largeAt(at).add(new Big(total));
  }

  #addRow(row: number, sums: Float64Array, reasons: readonly CreditReason[]): void {
    if (row >= this.#sums.length) this.#grow(row);
    for (let at = row; at < row + place.futureDeals; at += 1) this.#addCents(at, sums[at]!);
    this.#sums[row + place.futureDeals]! += sums[row + place.futureDeals]!;
    if (sums[row + place.created] === 1) this.#sums[row + place.created] = 1;
    for (const [index, reason] of reasons.entries())
      this.#sums[row + this.#placeOf(reason)]! += sums[row + firstReason + index]!;
  }

  /** Adds a partner's sums to others; as often as they are asked for. */
  addTo(revenue: PartnerRevenue, partner: number): void {
    const row = this.#rowOf(partner);
    const sumAt = (at: number): CentSum => {
      const sum = new CentSum();
      sum.addCents(this.#sums[row + at]!);
      const large = this.#large.get(row + at);
      if (large) sum.addSum(large);
      return sum;
    };
    revenue.addSums({
      trailingInfluenced: sumAt(place.influenced),
      trailingResold: sumAt(place.resold),
      annualWindow: sumAt(place.annual),
      yearToDate: sumAt(place.yearToDate),
      future: sumAt(place.future),
      futureDeals: this.#sums[row + place.futureDeals]!,
      excludedInTrailing: this.#excludedOf(row),
    });
  }

  #excludedOf(row: number): Partial<Record<CreditReason, number>> {
    const counts = this.#reasons.map((reason, index) => [reason, this.#sums[row + firstReason + index]!] as const);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  #placeOf(reason: CreditReason | null): number {
    if (reason === null) throw new Error("An exclusion without a reason");
    const known = this.#reasons.indexOf(reason);
    return firstReason + (known >= 0 ? known : this.#reasons.push(reason) - 1);
  }

  #addCents(at: number, cents: number): void {
    const sum = this.#sums[at]! + cents;
    const fits = sum <= mostCents && sum >= -mostCents;
    this.#sums[at] = fits ? sum : 0;
    if (!fits) this.#addLarge(at, sum);
  }

  #addLarge(at: number, cents: number): void {
    this.#largeAt(at).addCents(cents);
  }

  #largeAt(at: number): CentSum {
    const sum = this.#large.get(at) ?? new CentSum();
    this.#large.set(at, sum);
    return sum;
  }

  #rowOf(partner: number): number {
    const row = partner * rowLength;
    if (row >= this.#sums.length) this.#grow(row);
    return row;
  }

  #grow(row: number): void {
    const larger = new Float64Array(Math.max(this.#sums.length * 2, row + rowLength));
    larger.set(this.#sums);
    this.#sums = larger;
  }
}
