/** A sum of US dollars in whole cents: exact, and as quick as adding numbers. */
import Big from "big.js";
import { zero } from "./money.ts";

/** Sums stay so far below what a number holds exactly that one more amount keeps them exact. */
const mostCents = 2 ** 52;
const oneCent = new Big("0.01");

export class CentSum {
  #cents = 0;
  /** What does not fit: sums beyond trillions, fractions of cents. */
  #rest: Big = zero;

  /** A whole number of cents, exact as a number. */
  addCents(cents: number): void {
    this.#cents += cents;
    if (this.#cents <= mostCents && this.#cents >= -mostCents) return;
    this.#rest = this.#rest.plus(new Big(this.#cents).times(oneCent));
    this.#cents = 0;
  }

  add(amount: Big): void {
    const cents = wholeCents(amount);
    if (cents === null) this.#rest = this.#rest.plus(amount);
    else this.addCents(cents);
  }

  addSum(other: CentSum): void {
    this.addCents(other.#cents);
    this.#rest = this.#rest.plus(other.#rest);
  }

  get total(): Big {
    if (this.#cents === 0) return this.#rest;
    return this.#rest.plus(new Big(this.#cents).times(oneCent));
  }
}

/** null: not whole, or too many to be exact. */
export function wholeCents(amount: Big): number | null {
  const cents = amount.times(100);
  const number = Number(cents.toFixed());
  return Number.isInteger(number) && Math.abs(number) <= mostCents ? number + 0 : null;
}
