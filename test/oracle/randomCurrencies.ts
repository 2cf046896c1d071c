import { addDays, type ProgrammeDays } from "./programmeDays.ts";
import type { Random } from "./random.ts";
import type { SeedRows } from "./seedRows.ts";

/** Units for one unit of the corporate currency: halves of a cent, long fractions, giants, and what is no rate. */
const rates = ["2", "0.8", "8", "1.25", "3", "0.333333", "110.123457", "0.75", "1.000001", "0", "-2"];

/** One currency's dated rates from three years back, with gaps, overlaps and turns on the windows' edges. */
function addRates(rows: SeedRows, random: Random, days: ProgrammeDays, currency: string, isGapless: boolean): void {
  const turns = [
    addDays(days.asOf, -1100),
    days.annual[0],
    addDays(days.trailing[0], random.side()),
    addDays(days.asOf, -random.between(60, 300)),
    addDays(days.asOf, random.side()),
    addDays(days.asOf, 400),
  ].sort();
  for (const [index, start] of turns.slice(0, -1).entries()) {
    const next = turns[index + 1] ?? start;
    if (start === next || (!isGapless && random.isLucky(15))) continue;
    const isOverlapping = random.isLucky(15);
    rows.add("DatedConversionRate", "Rate", {
      IsoCode: currency,
      StartDate: start,
      NextStartDate: isOverlapping ? addDays(next, random.between(1, 60)) : next,
      ConversionRate: random.pick(isGapless ? rates.slice(0, 9) : rates),
    });
  }
}

/** The currencies of an org, or null where it has but one. The corporate one is dollars, euros, or pounds. */
export function randomCurrencies(
  rows: SeedRows,
  random: Random,
  days: ProgrammeDays,
  kind: number,
): readonly string[] | null {
  const corporate = [null, "USD", "EUR", "GBP"][kind % 4];
  if (corporate === null || corporate === undefined) return null;
  const currencies = ["USD", "EUR", "GBP", "JPY"];
  const hasRates = !random.isLucky(8);
  for (const currency of currencies) {
    rows.add("CurrencyType", "Currency", {
      IsoCode: currency,
      ConversionRate: currency === corporate ? "1" : "1.5",
      DecimalPlaces: currency === "JPY" ? "0" : "2",
      IsActive: "true",
      IsCorporate: String(currency === corporate),
    });
    if (hasRates && currency !== corporate)
      addRates(rows, random, days, currency, currency === "USD" && random.isLucky(50));
  }
  return currencies;
}
