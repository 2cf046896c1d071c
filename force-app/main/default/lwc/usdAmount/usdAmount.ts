import locale from "@salesforce/i18n/locale";

/** An amount as the platform answers it: a number with at most two decimals, or its text. */
export type StoredUsd = number | string | null | undefined;

const CENTS = 2;

/**
 * Cents as an integer, so that sums are exact. Number(16,2) fields come as JSON numbers, whose shortest text is the
 * stored decimal; anything that is not a plain decimal with at most two places is a fault of the caller.
 */
export function toCents(amount: StoredUsd): bigint {
  if (amount === null || amount === undefined) return 0n;
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(amount));
  if (match === null) throw new RangeError(`Not an amount in dollars and cents: ${amount}`);
  const [, sign, dollars, cents = ""] = match;
  const value = BigInt(`${dollars}${cents.padEnd(CENTS, "0")}`);
  return sign === "-" ? -value : value;
}

/** The exact sum of stored amounts, in cents. */
export function sumCents(amounts: readonly StoredUsd[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + toCents(amount), 0n);
}

/** The amount as a decimal text, for attributes of base components and for exports. */
export function centsText(cents: bigint): `${number}` {
  const digits = String(cents < 0n ? -cents : cents).padStart(CENTS + 1, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -CENTS)}.${digits.slice(-CENTS)}` as `${number}`;
}

// Orgs with many currencies write the code, not the sign: a bare $ would be read as the reader's own dollars.
const usd = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { style: "currency", currency: "USD", currencyDisplay: "code", ...options });

const plain = usd({ trailingZeroDisplay: "stripIfInteger" });
const full = usd({});
const compact = usd({ notation: "compact", maximumFractionDigits: 1 });

/** For sentences: cents only where there are any. */
export function formatUsd(cents: bigint): string {
  return plain.format(centsText(cents));
}

/** For columns of figures: always with cents. */
export function formatUsdInFull(cents: bigint): string {
  return full.format(centsText(cents));
}

/** For the scale of a chart, where no sum is read off. */
export function formatUsdShort(cents: bigint): string {
  return compact.format(centsText(cents));
}
