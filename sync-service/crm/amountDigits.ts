/** Decimals as digits for packed records: eighteen of them in two words of nine, and a scale. */
import type Big from "big.js";
import { UnexpectedAnswerError } from "./errors.ts";

export interface AmountDigits {
  /** Without sign and point. */
  readonly digits: string;
  readonly scale: number;
}

/** As many as a number field of the platform holds. */
const mostDigits = 18;
const mostPlaces = 15;

/** @throws UnexpectedAnswerError for more digits than any field has. */
export function amountDigits(amount: Big): AmountDigits {
  const [whole = "0", places = ""] = amount.abs().toFixed().split(".");
  const digits = (whole + places).replace(/^0+(?=\d)/, "");
  if (digits.length > mostDigits || places.length > mostPlaces)
    throw new UnexpectedAnswerError(`An amount has more than ${mostDigits} digits, or ${mostPlaces} decimal places`);
  return { digits, scale: places.length };
}

/** Puts the digits into two words; returns the scale. */
export function packAmount({ digits, scale }: AmountDigits, words: Int32Array, from: number): number {
  words[from] = Number(digits.slice(0, -9) || "0");
  words[from + 1] = Number(digits.slice(-9));
  return scale;
}
