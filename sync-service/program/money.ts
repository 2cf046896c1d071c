/** Exact US dollars. No amount here is ever a binary floating point number. */
import Big from "big.js";
import type { Day } from "./facts.ts";
import type { CurrencyTable, DatedRate } from "./programRecords.ts";

export const usd = "USD";
export const zero: Big = new Big(0);

/** A constructor of its own: its division rounds once, half away from zero, to cents. */
const Cents = Big();
Cents.DP = 2;
Cents.RM = 1;

/** The rate of a currency on a day: units for one corporate unit; null where none is in force. */
export type RateLookup = (currency: string, day: Day) => Big | null;

/** A US dollar amount is the amount times `dollar` over `own`. */
export interface RateFraction {
  readonly dollar: Big;
  readonly own: Big;
}

/** Converts amounts of opportunities; built once a run. */
export interface Conversion {
  /** The rates that a close date converts by; null where one is missing. */
  readonly rateOn: (currencyCode: string | null, closeDate: Day) => RateFraction | null;
  /** US dollars in cents, or null where a rate is missing. */
  readonly toUsd: (amount: Big, currencyCode: string | null, closeDate: Day) => Big | null;
}

/**
 * The conversion of an org. Without multi-currency every amount is in US
 * dollars; with it, a missing currency or rate gives null and is never guessed.
 */
export function conversionOf(table: CurrencyTable): Conversion {
  const rateOn = table.isMultiCurrency ? fractions(rateLookup(table)) : () => even;
  return { rateOn, toUsd: (amount, code, day) => convert(amount, rateOn(code, day)) };
}

const even: RateFraction = { dollar: new Big(1), own: new Big(1) };

function fractions(rateOn: RateLookup): Conversion["rateOn"] {
  return (code, day) => {
    if (code === null) return null;
    if (code === usd) return even;
    const own = rateOn(code, day);
    const dollar = rateOn(usd, day);
    return own && dollar ? { dollar, own } : null;
  };
}

/** Rounds half away from zero to two places. */
export function roundToCents(amount: Big): Big {
  return amount.round(2, 1);
}

/** The larger of an amount and nothing. */
export function notBelowZero(amount: Big): Big {
  return amount.lt(0) ? zero : amount;
}

/** `USD 1,234.50`, as the pages write it; every partner and every reader of it may be elsewhere. */
export function formatUsd(amount: Big): string {
  const [whole = "0", cents = "00"] = amount.abs().toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.lt(0) ? "-" : ""}USD ${grouped}.${cents}`;
}

function convert(amount: Big, rates: RateFraction | null): Big | null {
  if (rates === null) return null;
  if (rates === even) return roundToCents(amount);
  // Multiplied first, so that the one division is also the one rounding.
  return new Cents(amount.times(rates.dollar)).div(rates.own);
}

function rateLookup(table: CurrencyTable): RateLookup {
  const one = new Big(1);
  const byCurrency = Map.groupBy(table.rates, (rate) => rate.currency);
  // Newest first: of rates that overlap, the one that started last is in force.
  for (const rates of byCurrency.values()) rates.sort((a, b) => (a.startDate < b.startDate ? 1 : -1));
  return (currency, day) => {
    if (currency === table.corporateCurrency) return one;
    const found = byCurrency.get(currency)?.find((rate) => isOn(rate, day));
    // A rate of nothing converts nothing: as good as none.
    return found?.rate.gt(0) ? found.rate : null;
  };
}

function isOn(rate: DatedRate, day: Day): boolean {
  return rate.startDate <= day && (rate.nextStartDate === null || day < rate.nextStartDate);
}
