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
/** In the place of a divisor. */
const noRate = 0;
const noRatePlace = 1;

/** Conversions of one currency at one scale, looked up once a day of close and worked out once a rate. */
class Table {
  readonly #places = new Uint16Array(daySlots);
  /** Numbers side by side: objects would lie too far apart. The first stands for nothing, the second for no rate. */
  readonly #multipliers = [0, 0];
  readonly #divisors = [0, noRate];
  /** By the currency's own rate, then by the dollar's. */
  readonly #known = new Map<Big, Map<Big, number>>();
  readonly #rateOn: (day: number) => RateFraction | null;
  readonly #scale: number;

  constructor(rateOn: (day: number) => RateFraction | null, scale: number) {
    this.#rateOn = rateOn;
    this.#scale = scale;
  }

  /** NaN where the numbers are too large to be exact, null where no rate is in force. */
  convert(mantissa: number, day: number): number | null {
    const slot = (((day / 10_000) | 0) - firstYear) * 416 + (((day / 100) | 0) % 100) * 32 + (day % 100);
    const isInTable = slot >= 0 && slot < daySlots;
    const place = isInTable ? this.#places[slot]! || (this.#places[slot] = this.#placeOn(day)) : this.#placeOn(day);
    const divisor = this.#divisors[place]!;
    return divisor === noRate ? null : divided(mantissa, this.#multipliers[place]!, divisor);
  }

  #placeOn(day: number): number {
    const rate = this.#rateOn(day);
    if (rate === null) return noRatePlace;
    const byDollar = this.#known.get(rate.own) ?? new Map<Big, number>();
    const known = byDollar.get(rate.dollar);
    if (known !== undefined) return known;
    const { multiplier, divisor } = factorOf(rate, this.#scale);
    const place = this.#divisors.push(divisor) - 1;
    this.#multipliers[place] = multiplier;
    this.#known.set(rate.own, byDollar.set(rate.dollar, place));
    return place;
  }
}

/** `day` is a close date as a number, 20231231; amounts are mantissa / 10^scale, not negative. */
export function centConversion(conversion: Conversion): ToCents {
  const tables = new Map<string | null, Table[]>();
  const tableOf = (code: string | null, scale: number): Table => {
    const own = tables.get(code) ?? [];
    tables.set(code, own);
    return (own[scale] ??= new Table((day) => conversion.rateOn(code, dayText(day)), scale));
  };
  let [lastCode, lastScale, last]: [string | null | undefined, number, Table | null] = [undefined, -1, null];
  return (mantissa, scale, code, day) => {
    if (last === null || code !== lastCode || scale !== lastScale)
      [lastCode, lastScale, last] = [code, scale, tableOf(code, scale)];
    return last.convert(mantissa, day);
  };
}

function divided(mantissa: number, multiplier: number, divisor: number): number {
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

/** A fraction that no exact numbers give is NaN, and so is all that it converts. */
function factorOf(fraction: RateFraction, scale: number): Factor {
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
