import type { FieldType, FieldValue, PicklistValue } from "../metadata/schema.ts";
import { fromScaledInteger } from "../records/decimal.ts";
import type { ReadValue, Row } from "./rowShape.ts";

const INTEGERS: ReadonlySet<FieldType> = new Set(["int", "double", "currency", "percent"]);

function integerAt(row: Row, index: number): bigint | null {
  const value = row[index];
  if (value === null || value === undefined) return null;
  return typeof value === "bigint" ? value : BigInt(value as string | number);
}

/** Reads one plain column. */
export function readColumn(type: FieldType, scale: number, index: number): ReadValue {
  if (type === "boolean") return (row) => row[index] === 1n || row[index] === "1";
  if (INTEGERS.has(type))
    return (row) => {
      const value = integerAt(row, index);
      return value === null ? null : fromScaledInteger(value, scale);
    };
  return (row) => (row[index] as string | null) ?? null;
}

/** Reads a picklist's label, or the labels of a multi-select's values. */
export function readLabel(picklist: readonly PicklistValue[], index: number): ReadValue {
  const labels = new Map(picklist.map((item) => [item.value, item.label]));
  return (row) => {
    const value = row[index] as string | null;
    if (value === null) return null;
    return value
      .split(";")
      .map((part) => labels.get(part) ?? part)
      .join(";");
  };
}

const HALF_BITS = 30n;

/** A sum as SQL gives it in two halves, each far from overflowing: high * 2^30 + low. */
function sumAt(row: Row, index: number): bigint | null {
  const high = integerAt(row, index);
  const low = integerAt(row, index + 1);
  return high === null || low === null ? null : (high << HALF_BITS) + low;
}

/** SQL of those two halves. */
export function sumColumns(column: string): [string, string] {
  return [`SUM(${column} >> ${HALF_BITS})`, `SUM(${column} & ${(1n << HALF_BITS) - 1n})`];
}

export function readSum(scale: number, index: number): ReadValue {
  return (row) => {
    const sum = sumAt(row, index);
    return sum === null ? null : fromScaledInteger(sum, scale);
  };
}

const AVERAGE_DIGITS = 18;

/** An exact quotient, rounded half away from zero to 18 digits in all, without trailing zeros. */
function divide(sum: bigint, count: bigint, scale: number): FieldValue {
  const whole = (sum < 0n ? -sum : sum) / (count * 10n ** BigInt(scale));
  const decimals = Math.max(scale, AVERAGE_DIGITS - (whole === 0n ? 0 : whole.toString().length));
  const scaledSum = (sum < 0n ? -sum : sum) * 10n ** BigInt(decimals - scale);
  const rounded = (2n * scaledSum + count) / (2n * count);
  const text = fromScaledInteger(sum < 0n ? -rounded : rounded, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The average from the two halves of the sum and the count behind them. */
export function readAverage(scale: number, index: number): ReadValue {
  return (row) => {
    const sum = sumAt(row, index);
    const count = integerAt(row, index + 2);
    return sum === null || !count ? null : divide(sum, count, scale);
  };
}
