import Big from "big.js";
import fc from "fast-check";
import { centConversion } from "../../sync-service/program/centConversion.ts";
import { CentSum } from "../../sync-service/program/centSum.ts";
import { LineFold, lineKind } from "../../sync-service/program/lineFold.ts";
import { conversionOf } from "../../sync-service/program/money.ts";
import { opportunityRevenue } from "../../sync-service/program/opportunityRevenue.ts";
import { revenueKind } from "../../sync-service/program/plainVerdict.ts";
import { policy2023 } from "./samplePolicy.ts";
import { opportunity } from "./sampleDeals.ts";

const runs = { seed: 20231215, numRuns: 3000 };
const millionths = (number: number) => new Big(number).div(1_000_000);
const day = 20230601;

/** A table with a rate of one currency, the dollar's being another where it is not the corporate currency. */
function tableOf(own: number, dollar: number | null) {
  const rate = (currency: string, units: number) => ({
    currency,
    startDate: "2020-01-01",
    nextStartDate: null,
    rate: millionths(units),
  });
  return {
    isMultiCurrency: true,
    corporateCurrency: dollar === null ? "USD" : "CHF",
    rates: [rate("EUR", own), ...(dollar === null ? [] : [rate("USD", dollar)])],
  };
}

const rates = fc.integer({ min: 1, max: 200_000_000 });

describe("conversion on whole numbers", () => {
  test("R-21 is the decimals' to the cent, or says that it can't be exact", () => {
    let exact = 0;
    fc.assert(
      fc.property(fc.nat(2 ** 45), fc.nat(4), rates, fc.option(rates), (mantissa, scale, own, dollar) => {
        const conversion = conversionOf(tableOf(own, dollar));
        const found = centConversion(conversion)(mantissa, scale, "EUR", day);
        if (found === null || Number.isNaN(found)) return;
        const amount = new Big(mantissa).div(new Big(10).pow(scale));
        exact += 1;
        expect(new Big(found).div(100).toFixed(2)).toBe(conversion.toUsd(amount, "EUR", "2023-06-01")?.toFixed(2));
      }),
      runs,
    );
    expect(exact).toBeGreaterThan(500);
  });

  test.each([
    ["half a cent goes away from zero", 5, 3, 1_000_000, 1],
    ["a hair below half a cent does not", 4999, 6, 1_000_000, 0],
    ["a third is rounded once", 1_00, 2, 3_000_000, 33],
    ["two thirds too", 2_00, 2, 3_000_000, 67],
  ])("R-21 %s", (_name, mantissa, scale, rate, cents) => {
    expect(centConversion(conversionOf(tableOf(rate, null)))(mantissa, scale, "EUR", day)).toBe(cents);
  });

  test("R-21 without a rate there is no figure", () => {
    expect(centConversion(conversionOf(tableOf(900_000, null)))(100, 2, "GBP", day)).toBeNull();
    expect(centConversion(conversionOf(tableOf(900_000, null)))(100, 2, null, day)).toBeNull();
    expect(centConversion(conversionOf(tableOf(900_000, null)))(100, 2, "EUR", 20191231)).toBeNull();
  });
});

test("R-21 a rate stays what it is, however often days beyond every calendar fall under two rates of the dollar", () => {
  const from = (currency: string, startDate: string, nextStartDate: string | null, units: number) => ({
    ...{ currency, startDate, nextStartDate },
    rate: millionths(units),
  });
  const rates = [
    from("EUR", "1900-01-01", null, 900_000),
    from("USD", "1900-01-01", "2020-01-01", 1_100_000),
    from("USD", "2020-01-01", "2024-01-01", 1_250_000),
    from("USD", "2024-01-01", null, 1_000_000),
  ];
  const toCents = centConversion(conversionOf({ isMultiCurrency: true, corporateCurrency: "CHF", rates }));
  const convert = (on: number) => toCents(9_000, 2, "EUR", on);
  // More than there are numbers of sixteen bits.
  const wrong = Array.from({ length: 33_000 }).filter(
    () => convert(19_000_101) !== 11_000 || convert(29_990_101) !== 10_000,
  );
  expect(wrong).toEqual([]);
  expect([convert(day), convert(day)]).toEqual([12_500, 12_500]);
});

describe("sums on whole numbers", () => {
  test("are the decimals', however large they grow", () => {
    const cents = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (amounts) => {
        const sum = new CentSum();
        for (const amount of amounts) sum.addCents(amount);
        const decimal = amounts.reduce((total, amount) => total.plus(amount), new Big(0)).div(100);
        expect(sum.total.toFixed(2)).toBe(decimal.toFixed(2));
      }),
      runs,
    );
  });

  test("R-20 lines fold into what the decimals make of them", () => {
    const kinds = [lineKind.ordinary, lineKind.services, lineKind.leftOutOfResale];
    const families = [null, "Professional Services", "Segment"];
    const line = fc.record({ kind: fc.nat(2), cents: fc.option(fc.integer({ min: -1e9, max: 1e9 })) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const fold = new LineFold();
        fold.begin();
        for (const { kind, cents } of lines)
          if (cents === null) fold.addBlank(kinds[kind]!);
          else fold.add(kinds[kind]!, cents, 2);
        const facts = lines.map(({ kind, cents }) => ({
          family: families[kind]!,
          earr: cents === null ? null : new Big(cents).div(100),
        }));
        const conversion = conversionOf({ isMultiCurrency: false, corporateCurrency: "USD", rates: [] });
        const { reason, totalUsd } = opportunityRevenue(opportunity({ lines: facts }), policy2023, conversion);
        const named =
          reason === null ? revenueKind.figure : reason === "No eARR" ? revenueKind.noEarr : revenueKind.servicesOnly;
        expect([fold.kind, fold.kind === revenueKind.figure ? fold.sum : 0]).toEqual([
          named,
          Number(totalUsd.times(100).toFixed()),
        ]);
      }),
      runs,
    );
  });
});
