import { DATE, dateOperators, millisecondsOf, timeOf, toDate, toDatetime, toTime } from "./dateOperators.ts";
import type { FormulaFunction, FormulaFunctions, FormulaMoment } from "./formulaFunction.ts";
import { asNumber, asText, FormulaNumber, type Value } from "./formulaValue.ts";

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
  ...dateOperators,
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
