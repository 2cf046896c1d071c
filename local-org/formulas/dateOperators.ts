import type { FormulaFunction, FormulaFunctions } from "./formulaFunction.ts";
import { asNumber, asText, FormulaNumber, type Value } from "./formulaValue.ts";

const DAY = 86_400_000;
export const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/;

/** Milliseconds since 1970 of a date or datetime; null = none. Dates count as midnight UTC. */
export function millisecondsOf(value: Value | undefined): number | null {
  const text = asText(value);
  if (text === null || text === "") return null;
  const time = Date.parse(DATE.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(time) ? null : time;
}

/** Milliseconds since midnight of a time. */
export function timeOf(value: Value | undefined): number | null {
  const match = TIME.exec(asText(value) ?? "");
  if (!match) return null;
  const [, hours, minutes, seconds, fraction = ""] = match;
  return (
    Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, "0"))
  );
}

export const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const toDatetime = (time: number): string => new Date(time).toISOString();
// Times turn over at midnight.
export const toTime = (time: number): string => new Date(((time % DAY) + DAY) % DAY).toISOString().slice(11);

interface Kind {
  readonly read: (value: Value | undefined) => number | null;
  readonly print: (time: number) => string;
  /** How much one is in `x + 1`. */
  readonly unit: number;
  readonly isWhole: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  DATE: { read: millisecondsOf, print: toDate, unit: DAY, isWhole: true },
  DATETIME: { read: millisecondsOf, print: toDatetime, unit: DAY, isWhole: false },
  TIME: { read: timeOf, print: toTime, unit: 1, isWhole: true },
};

function shift(kind: Kind, sign: 1 | -1): FormulaFunction {
  return (args) => {
    const start = kind.read(args[0]);
    const number = asNumber(args[1]);
    if (start === null || number === null) return null;
    const units = kind.isWhole ? number.trunc() : number;
    return kind.print(start + sign * units.times(kind.unit).round().toNumber());
  };
}

function difference(kind: Kind): FormulaFunction {
  return (args) => {
    const left = kind.read(args[0]);
    const right = kind.read(args[1]);
    return left === null || right === null ? null : new FormulaNumber(left - right).div(kind.unit);
  };
}

function compare(kind: Kind, holds: (left: number, right: number) => boolean): FormulaFunction {
  return (args) => {
    const left = kind.read(args[0]);
    const right = kind.read(args[1]);
    return left === null || right === null ? null : holds(left, right);
  };
}

function operators(name: string, kind: Kind): FormulaFunctions {
  return {
    [`$$ADD_${name}$$`]: shift(kind, 1),
    [`$$SUBTRACT_${name}$$`]: shift(kind, -1),
    [`$$DIFF_${name}$$`]: difference(kind),
    [`$$LT_${name}$$`]: compare(kind, (left, right) => left < right),
    [`$$LTE_${name}$$`]: compare(kind, (left, right) => left <= right),
    [`$$GT_${name}$$`]: compare(kind, (left, right) => left > right),
    [`$$GTE_${name}$$`]: compare(kind, (left, right) => left >= right),
    [`$$EQ_${name}$$`]: (args) => kind.read(args[0]) === kind.read(args[1]),
    [`$$NEQ_${name}$$`]: (args) => kind.read(args[0]) !== kind.read(args[1]),
  };
}

/** What + - < > = do with dates, datetimes and times. */
export const dateOperators: FormulaFunctions = {
  ...operators("DATE", KINDS["DATE"]!),
  ...operators("DATETIME", KINDS["DATETIME"]!),
  ...operators("TIME", KINDS["TIME"]!),
};
