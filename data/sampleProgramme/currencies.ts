/** Three currencies. The rates of the euro change in mid-year; the pound has none before 2023-03-01. */
import type { Cells } from "./csvText.ts";

/** The platform's own way to say "no later rate". */
const never = "9999-12-31";

/** Units for one US dollar, from a day on, to the day before the next. */
const rates: readonly (readonly [currency: string, start: string, next: string, rate: string])[] = [
  ["EUR", "2021-01-01", "2022-07-01", "0.88"],
  ["EUR", "2022-07-01", "2023-07-01", "0.94"],
  ["EUR", "2023-07-01", never, "0.92"],
  ["GBP", "2023-03-01", "2023-07-01", "0.82"],
  ["GBP", "2023-07-01", never, "0.8"],
];

/** The first day on which amounts in pounds can be converted. */
export const firstPoundRate = "2023-03-01";

export function currencyRows(): Cells[] {
  const currencies = [
    ["USD", "1"],
    ["EUR", "0.92"],
    ["GBP", "0.8"],
  ] as const;
  return currencies.map(([code, rate]) => ({
    Id: `currency-${code.toLowerCase()}`,
    IsoCode: code,
    ConversionRate: rate,
    DecimalPlaces: "2",
    IsActive: "true",
    IsCorporate: String(code === "USD"),
  }));
}

export function rateRows(): Cells[] {
  return rates.map(([code, start, next, rate]) => ({
    Id: `rate-${code.toLowerCase()}-${start}`,
    IsoCode: code,
    StartDate: start,
    NextStartDate: next,
    ConversionRate: rate,
  }));
}
