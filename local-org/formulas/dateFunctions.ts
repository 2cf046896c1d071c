import type { FormulaFunction, FormulaFunctions, FormulaMoment } from "./formulaFunction.ts";
import { asNumber, asText, FormulaNumber, type Value } from "./formulaValue.ts";

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/;

/** Milliseconds since 1970 of a date or datetime; null = none. Dates count as midnight UTC. */
function millisecondsOf(value: Value | undefined): number | null {
  const text = asText(value);
  if (text === null || text === "") return null;
  const time = Date.parse(DATE.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(time) ? null : time;
}

/** Milliseconds since midnight of a time. */
function timeOf(value: Value | undefined): number | null {
  const match = TIME.exec(asText(value) ?? "");
  if (!match) return null;
  const [, hours, minutes, seconds, fraction = ""] = match;
  return (
    Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, "0"))
  );
}

const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);
const toDatetime = (time: number): string => new Date(time).toISOString();
// Times turn over at midnight.
const toTime = (time: number): string => new Date(((time % DAY) + DAY) % DAY).toISOString().slice(11);

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

/** The calendar day in the user's zone. */
function dayIn(time: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A number read off a date. */
function ofDate(read: (date: Temporal.PlainDate) => number): FormulaFunction {
  return (args) => {
    const time = millisecondsOf(args[0]);
    return time === null ? null : new FormulaNumber(read(Temporal.PlainDate.from(toDate(time))));
  };
}

function ofTime(unit: number, modulus: number): FormulaFunction {
  return (args) => {
    const time = timeOf(args[0]);
    return time === null ? null : new FormulaNumber(Math.floor(time / unit) % modulus);
  };
}

function makeDate(args: readonly Value[]): Value {
  const [year, month, day] = args.map((arg) => asNumber(arg)?.trunc().toNumber());
  if (year === undefined || month === undefined || day === undefined || year < 1 || year > 9999) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** The last day of a month stays the last day. */
function addMonths(args: readonly Value[]): Value {
  const time = millisecondsOf(args[0]);
  const months = asNumber(args[1])?.trunc().toNumber();
  if (time === null || months === undefined) return null;
  const start = Temporal.PlainDate.from(toDate(time));
  const end = start.add({ months });
  return (start.day === start.daysInMonth ? end.with({ day: end.daysInMonth }) : end).toString();
}

/** A datetime's day is that of the user's zone; a text must be a date. */
function dateValue(value: Value | undefined, { timeZone }: FormulaMoment): Value {
  const text = asText(value);
  const time = millisecondsOf(value);
  if (text === null || time === null) return null;
  return DATE.test(text) ? toDate(time) : dayIn(time, timeZone);
}

function datetimeValue(value: Value | undefined): Value {
  const text = (asText(value) ?? "").replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})Z?$/, "$1T$2Z");
  const time = millisecondsOf(text);
  return time === null ? null : toDatetime(time);
}

function timeValue(value: Value | undefined): Value {
  const time = timeOf(value) ?? millisecondsOf(value);
  return time === null ? null : toTime(time);
}

export const dateFunctions: FormulaFunctions = {
  ...operators("DATE", KINDS["DATE"]!),
  ...operators("DATETIME", KINDS["DATETIME"]!),
  ...operators("TIME", KINDS["TIME"]!),
  TODAY: (_args, { now, timeZone }) => dayIn(now.getTime(), timeZone),
  NOW: (_args, { now }) => toDatetime(now.getTime()),
  TIMENOW: (_args, { now }) => toTime(now.getTime()),
  DATE: makeDate,
  DATEVALUE: (args, moment) => dateValue(args[0], moment),
  DATETIMEVALUE: (args) => datetimeValue(args[0]),
  TIMEVALUE: (args) => timeValue(args[0]),
  ADDMONTHS: addMonths,
  YEAR: ofDate((date) => date.year),
  MONTH: ofDate((date) => date.month),
  DAY: ofDate((date) => date.day),
  // Sunday is 1.
  WEEKDAY: ofDate((date) => (date.dayOfWeek % 7) + 1),
  DAYOFYEAR: ofDate((date) => date.dayOfYear),
  ISOWEEK: ofDate((date) => date.weekOfYear ?? 0),
  ISOYEAR: ofDate((date) => date.yearOfWeek ?? 0),
  HOUR: ofTime(3_600_000, 24),
  MINUTE: ofTime(60_000, 60),
  SECOND: ofTime(1000, 60),
  MILLISECOND: ofTime(1, 1000),
};
