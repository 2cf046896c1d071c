import { centsText, formatUsd, formatUsdInFull, formatUsdShort, sumCents, toCents } from "../usdAmount";

/** Intl puts a no-break space between code and figure. */
const spaced = (text: string): string => text.replaceAll(/\s/g, " ");

describe("amounts in US dollars", () => {
  it.each([
    [20000, 2000000n],
    [19999.99, 1999999n],
    [0.1, 10n],
    [-0.05, -5n],
    ["1234567890123456.78", 123456789012345678n],
    ["12.500", 1250n],
    [null, 0n],
    [undefined, 0n],
  ])("reads %s as cents", (amount, cents) => {
    expect(toCents(amount)).toBe(cents);
  });

  it.each([["1.005"], ["abc"], [1e21], [Number.NaN]])("refuses %s, which is no amount in cents", (amount) => {
    expect(() => toCents(amount)).toThrow(RangeError);
  });

  it("adds up without losing a cent, where binary floats would", () => {
    expect(sumCents([0.1, 0.2, "0.3", null])).toBe(60n);
    expect(sumCents(Array<number>(1000).fill(0.01))).toBe(1000n);
  });

  it.each([
    [5n, "0.05"],
    [-5n, "-0.05"],
    [123456789012345678n, "1234567890123456.78"],
  ])("writes %s as a decimal", (cents, text) => {
    expect(centsText(cents)).toBe(text);
  });

  it("names the currency, with cents only where there are any", () => {
    expect(spaced(formatUsd(2000000n))).toBe("USD 20,000");
    expect(spaced(formatUsd(1999999n))).toBe("USD 19,999.99");
    expect(spaced(formatUsdInFull(2000000n))).toBe("USD 20,000.00");
    expect(spaced(formatUsdShort(120000000n))).toBe("USD 1.2M");
  });
});
