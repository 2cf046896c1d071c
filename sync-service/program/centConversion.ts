/**
 * The conversion of R-21 on whole numbers: for ten million amounts a night, decimals
 * as objects are too slow. Every product and quotient is a whole number within what a
 * number holds exactly; whatever is not is left to the decimals. No binary fraction
 * takes part in it.
 */
import type Big from "big.js";
import type { Conversion, RateFraction } from "./money.ts";

/** Rounds half away from zero; NaN where the numbers are too large to be exact, null where no rate is in force. */
export type ToCents = (mantissa: number, scale: number, currencyCode: string | null, day: number) => number | null;

/** cents = mantissa * multiplier / divisor. */
interface Factor {
  readonly multiplier: number;
  readonly divisor: number;
}

/** Days of a century as array places: 1970-01-01 is 33. */
const daySlots = 1 << 16;
const firstYear = 1970;

/** Conversions of one currency at one scale, worked out once a day of close. */
class Table {
  readonly #places = new Uint16Array(daySlots);
  readonly #factors: (Factor | null)[] = [];
  readonly #factorOn: (day: number) => Factor | null;

  constructor(factorOn: (day: number) => Factor | null) {
    this.#factorOn = factorOn;
  }

  factor(day: number): Factor | null {
    const slot = (Math.floor(day / 10_000) - firstYear) * 416 + (Math.floor(day / 100) % 100) * 32 + (day % 100);
    if (slot < 0 || slot >= daySlots) return this.#factorOn(day);
    const place = this.#places[slot]!;
    if (place !== 0) return this.#factors[place - 1]!;
    const factor = this.#factorOn(day);
    if (this.#factors.length < daySlots - 1) this.#places[slot] = this.#factors.push(factor);
    return factor;
  }
}

/** `day` is a close date as a number, 20231231; amounts are mantissa / 10^scale, not negative. */
export function centConversion(conversion: Conversion): ToCents {
  const tables = new Map<string | null, Table[]>();
  const tableOf = (code: string | null, scale: number): Table => {
    const own = tables.get(code) ?? [];
    tables.set(code, own);
    return (own[scale] ??= new Table((day) => factorOf(conversion.rateOn(code, dayText(day)), scale)));
  };
  let [lastCode, lastScale, last]: [string | null | undefined, number, Table | null] = [undefined, -1, null];
  return (mantissa, scale, code, day) => {
    if (last === null || code !== lastCode || scale !== lastScale)
      [lastCode, lastScale, last] = [code, scale, tableOf(code, scale)];
    const factor = last.factor(day);
    return factor === null ? null : divided(mantissa, factor);
  };
}

function divided(mantissa: number, { multiplier, divisor }: Factor): number {
  const product = mantissa * multiplier;
  // From here on a number may stand for its neighbour.
  if (!(product <= Number.MAX_SAFE_INTEGER)) return NaN;
  if (divisor === 1) return product;
  const guess = Math.floor(product / divisor);
  const rest = product - guess * divisor;
  // A quotient just below a whole number may have come out as that number.
  if (rest < 0) return (rest + divisor) * 2 >= divisor ? guess : guess - 1;
  return rest * 2 >= divisor ? guess + 1 : guess;
}

/** null: no rate. A fraction that no exact numbers give is NaN, and so is all that it converts. */
function factorOf(fraction: RateFraction | null, scale: number): Factor | null {
  if (fraction === null) return null;
  const [up, down] = [wholeOf(fraction.dollar), wholeOf(fraction.own)];
  const multiplier = up.whole * 100n * 10n ** BigInt(down.places);
  const divisor = down.whole * 10n ** BigInt(up.places) * 10n ** BigInt(scale);
  const common = commonDivisor(multiplier, divisor);
  return { multiplier: exact(multiplier / common), divisor: exact(divisor / common) };
}

/** Twice a rest has to be exact too. */
function exact(value: bigint): number {
  return value * 2n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : NaN;
}

function wholeOf(value: Big): { whole: bigint; places: number } {
  const [whole = "0", places = ""] = value.toFixed().split(".");
  return { whole: BigInt(whole + places), places: places.length };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

function dayText(day: number): string {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
