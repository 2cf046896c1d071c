import { Decimal } from "decimal.js";
import type { FieldType, FieldValue } from "../metadata/schema.ts";
import { FormulaEvaluationError } from "./formulaError.ts";

/** Twenty digits more than the 40 that count, so that (1 / 9) * 9 is 1 again. */
export const FormulaNumber = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});

const DIGITS = 40;

/** The number as it is compared, rounded and shown: 40 digits hold the product of two 18-digit numbers exactly. */
export function settled(value: Decimal): Decimal {
  return value.toSignificantDigits(DIGITS);
}

/** Dates are "YYYY-MM-DD", datetimes ISO text in UTC, times "HH:MM:SS.sssZ". */
export type Value = Decimal | string | boolean | null;

const NUMBERS: ReadonlySet<string> = new Set(["int", "double", "currency", "percent", "number"]);

/** A stored value as formulas compute with it. */
export function toValue(stored: FieldValue | undefined, type: FieldType): Value {
  if (stored === undefined || stored === null) return type === "boolean" ? false : null;
  if (typeof stored === "boolean") return stored;
  return NUMBERS.has(type) ? new FormulaNumber(stored) : stored;
}

function roundTo(value: Decimal, scale: number | null): string {
  if (!value.isFinite()) throw new FormulaEvaluationError("the number is out of range");
  return scale === null ? value.toFixed() : value.toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).toFixed(scale);
}

/** What a formula computed, as a record stores it. */
export function fromValue(value: Value, resultType: string, scale: number | null): FieldValue {
  if (resultType === "boolean") return value === true;
  if (value === null || value === "") return null;
  if (Decimal.isDecimal(value)) {
    // Formulas compute with 0.455 where a percent field holds 45.5.
    const shown = settled(resultType === "percent" ? value.times(100) : value);
    return roundTo(shown, scale);
  }
  if (typeof value === "boolean") return value;
  if (resultType === "date") return value.slice(0, 10);
  return resultType === "string" ? value.trim() || null : value;
}

export function asNumber(value: Value | undefined): Decimal | null {
  return Decimal.isDecimal(value) ? value : null;
}

export function asText(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}
