/**
 * Exact decimals between text and SQLite: a number field of scale 2 stores "200000.5" as the integer 20000050.
 * 18 digits fit into SQLite's 64-bit integers, which is why the platform's limit of 18 digits is enforced first.
 */
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

interface Parts {
  readonly isNegative: boolean;
  /** All digits, without the point. */
  readonly digits: string;
  /** How many of them stand after the point; may be negative for 1e5. */
  readonly decimals: number;
}

function parts(text: string): Parts | null {
  const match = DECIMAL.exec(text.trim());
  if (!match || (match[2] === "" && (match[3] ?? "") === "")) return null;
  const fraction = match[3] ?? "";
  return {
    isNegative: match[1] === "-",
    digits: match[2]! + fraction,
    decimals: fraction.length - Number(match[4] ?? 0),
  };
}

const POWERS = Array.from({ length: 40 }, (_none, exponent) => 10n ** BigInt(exponent));

/** 10 to the power of the exponent, zero or more. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** The scaled integer of a decimal text, rounded half away from zero to the scale; null = no number. */
export function toScaledInteger(text: string, scale: number): bigint | null {
  const number = parts(text);
  if (!number) return null;
  const shift = scale - number.decimals;
  let value = BigInt(number.digits);
  if (shift >= 0) value *= powerOfTen(shift);
  else {
    const divisor = powerOfTen(-shift);
    value = (value + divisor / 2n) / divisor;
  }
  return number.isNegative ? -value : value;
}

/** The decimal text of a scaled integer with exactly `scale` decimals: 20000050n, 2 -> "200000.50". */
export function fromScaledInteger(value: bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const isNegative = value < 0n;
  const digits = (isNegative ? -value : value).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${isNegative ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A decimal as the platform prints it: no trailing zeros, but one decimal at least ("20000.0"). */
export function printDecimal(text: string): string {
  if (!text.includes(".")) return `${text}.0`;
  const trimmed = text.replace(/0+$/, "");
  return trimmed.endsWith(".") ? `${trimmed}0` : trimmed;
}
