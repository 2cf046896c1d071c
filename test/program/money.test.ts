/** Currency conversion and rounding, R-21. */
import Big from "big.js";
import { conversionOf, formatUsd } from "../../sync-service/program/money.ts";
import type { CurrencyTable } from "../../sync-service/program/programRecords.ts";

const rate = (currency: string, startDate: string, nextStartDate: string | null, units: string) => ({
  currency,
  startDate,
  nextStartDate,
  rate: new Big(units),
});
const inDollars: CurrencyTable = {
  isMultiCurrency: true,
  corporateCurrency: "USD",
  rates: [
    rate("EUR", "2023-01-01", "2023-07-01", "0.8"),
    rate("EUR", "2023-07-01", null, "0.5"),
    rate("JPY", "2023-01-01", null, "3"),
  ],
};
const inEuros: CurrencyTable = {
  isMultiCurrency: true,
  corporateCurrency: "EUR",
  rates: [rate("USD", "2023-01-01", null, "1.25"), rate("GBP", "2023-01-01", null, "0.5")],
};

describe("R-21 US dollars", () => {
  test.each([
    ["in force from its start", inDollars, "EUR", "2023-01-01", "8", "10.00"],
    ["up to the day before the next start", inDollars, "EUR", "2023-06-30", "8", "10.00"],
    ["the next one from its start", inDollars, "EUR", "2023-07-01", "8", "16.00"],
    ["before the first start: missing", inDollars, "EUR", "2022-12-31", "8", null],
    ["unknown currency: missing", inDollars, "CHF", "2023-05-01", "8", null],
    ["no currency recorded: missing", inDollars, null, "2023-05-01", "8", null],
    ["dollars need no rate", inEuros, "USD", "2020-01-01", "8", "8.00"],
    ["corporate euros: times the dollar's rate", inEuros, "EUR", "2023-05-01", "8", "10.00"],
    ["corporate euros, dollar's rate missing", inEuros, "EUR", "2020-05-01", "8", null],
    ["pounds by way of euros", inEuros, "GBP", "2023-05-01", "8", "20.00"],
    ["no dated rates at all", { ...inEuros, rates: [] }, "EUR", "2023-05-01", "8", null],
    ["a third, rounded once", inDollars, "JPY", "2023-05-01", "1", "0.33"],
    ["two thirds", inDollars, "JPY", "2023-05-01", "2", "0.67"],
    ["half a cent, away from zero", inDollars, "USD", "2023-05-01", "1.005", "1.01"],
    ["half a cent below zero, away from zero", inDollars, "USD", "2023-05-01", "-1.005", "-1.01"],
    ["just under half a cent", inDollars, "USD", "2023-05-01", "1.00499999999999999999", "1.00"],
    ["half a cent after a division", inDollars, "EUR", "2023-07-01", "-0.0025", "-0.01"],
    ["more digits than a double holds", inDollars, "USD", "2023-05-01", "9007199254740993.01", "9007199254740993.01"],
  ])("R-21 %s", (_case, table, currency, day, amount, expected) => {
    const converted = conversionOf(table).toUsd(new Big(amount), currency, day);
    expect(converted?.toFixed(2) ?? null).toBe(expected);
  });

  test("R-21 an org without multi-currency is in US dollars, whatever is recorded", () => {
    const { toUsd } = conversionOf({ ...inEuros, isMultiCurrency: false });
    expect(toUsd(new Big("1.5"), "EUR", "2023-05-01")?.toFixed(2)).toBe("1.50");
  });

  test("R-21 of overlapping rates the one that started last is in force", () => {
    const first = rate("EUR", "2023-01-01", null, "0.8");
    const later = rate("EUR", "2023-07-01", null, "0.5");
    for (const rates of [
      [first, later],
      [later, first],
    ]) {
      const { toUsd } = conversionOf({ ...inDollars, rates });
      expect(toUsd(new Big(8), "EUR", "2023-08-01")?.toFixed(2)).toBe("16.00");
      expect(toUsd(new Big(8), "EUR", "2023-06-30")?.toFixed(2)).toBe("10.00");
    }
  });

  test.each([
    ["2023-06-30", "10.00"],
    ["2023-07-01", null],
  ])("R-21 a rate that ended without a next one is missing from its end on: %s", (day, expected) => {
    const ended = { ...inDollars, rates: [rate("EUR", "2023-01-01", "2023-07-01", "0.8")] };
    expect(conversionOf(ended).toUsd(new Big(8), "EUR", day)?.toFixed(2) ?? null).toBe(expected);
  });

  test.each([
    ["1234567.5", "USD 1,234,567.50"],
    ["999", "USD 999.00"],
    ["-1000", "-USD 1,000.00"],
  ])("R-2 %s is shown as %s", (amount, text) => {
    expect(formatUsd(new Big(amount))).toBe(text);
  });
});
