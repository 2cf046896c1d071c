import type { Field, FieldValue } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { fromScaledInteger, powerOfTen, toScaledInteger } from "./decimal.ts";
import { isDecimal } from "./storedValue.ts";
import { isValidId, toId18 } from "./recordId.ts";

/** A value as it came over the wire: JSON numbers as their source text, CSV cells as text. */
export type WireValue = string | boolean | null;

/** A client may send a zone or a time where a date belongs: the platform leaves it out, unless it has microseconds. */
const TIME = /^(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function fault(errorCode: string, message: string, field: Field): SalesforceError {
  return new SalesforceError(errorCode, message, { fields: [field.name] });
}

function wrongType(field: Field, value: WireValue, type: string): SalesforceError {
  return fault(
    "INVALID_TYPE_ON_FIELD_IN_RECORD",
    `${field.label}: value not of required type: ${String(value)} (${type} expected)`,
    field,
  );
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** By arithmetic, not by Date: a seed asks this for a million rows. */
function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = Number(text.slice(8, 10));
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function parseDate(field: Field, value: WireValue): FieldValue {
  const text = String(value);
  const date = text.slice(0, 10);
  const isDate = isCalendarDate(date) && (text.length === 10 || TIME.test(text.slice(10)));
  if (!isDate) throw wrongType(field, value, "yyyy-MM-dd");
  return date;
}

function parseDateTime(field: Field, value: WireValue): FieldValue {
  // The platform writes +0000, which Date.parse takes only with a colon.
  const text = String(value).replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = isCalendarDate(text.slice(0, 10)) && text[10] === "T" && hasZone ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw wrongType(field, value, "yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  const instant = new Date(at);
  instant.setUTCMilliseconds(0);
  return instant.toISOString();
}

function parseBoolean(field: Field, value: WireValue): FieldValue {
  if (value === null) return false;
  const text = String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw wrongType(field, value, "boolean");
}

function parseDecimal(field: Field, value: WireValue): FieldValue {
  const scaled = typeof value === "string" ? toScaledInteger(value, field.scale) : null;
  if (scaled === null) throw wrongType(field, value, "number");
  const limit = powerOfTen(field.precision);
  if (scaled >= limit || scaled <= -limit)
    throw fault(
      "NUMBER_OUTSIDE_VALID_RANGE",
      `${field.label}: value outside of valid range on numeric field: ${value}`,
      field,
    );
  return fromScaledInteger(scaled, field.scale);
}

function parseReference(field: Field, value: WireValue): FieldValue {
  const text = String(value);
  if (field.reference?.kind === "metadata") return text;
  if (!isValidId(text)) throw fault("MALFORMED_ID", `${field.label}: id value of incorrect type: ${text}`, field);
  return toId18(text);
}

function knownChoice(field: Field, text: string): string {
  const choice = (field.picklist ?? []).find((item) => item.value.toLowerCase() === text.toLowerCase());
  if (choice?.isActive) return choice.value;
  if (!field.isRestrictedPicklist) return text;
  throw fault(
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    `${field.label}: bad value for restricted picklist field: ${text}`,
    field,
  );
}

function parseMultiPicklist(field: Field, value: WireValue): FieldValue {
  const chosen = new Set(
    String(value)
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => knownChoice(field, part)),
  );
  const order = (field.picklist ?? []).map((item) => item.value);
  const inOrder = order.filter((item) => chosen.has(item));
  return [...inOrder, ...[...chosen].filter((item) => !order.includes(item))].join(";") || null;
}

function parseText(field: Field, value: WireValue): FieldValue {
  const text = String(value);
  if (field.length > 0 && text.length > field.length)
    throw fault(
      "STRING_TOO_LONG",
      `${field.label}: data value too large: ${text.slice(0, 100)} (max length=${field.length})`,
      field,
    );
  if (field.type === "email" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text))
    throw fault("INVALID_EMAIL_ADDRESS", `${field.label}: invalid email address: ${text}`, field);
  return text;
}

/**
 * Turns a wire value into the field's own form: exact decimal text of the field's scale (rounded half away
 * from zero as the platform does), ISO dates, 18-character ids, picklist values as they are spelled.
 * Throws a SalesforceError with the platform's code and the field's name.
 */
export function parseValue(field: Field, value: WireValue): FieldValue {
  if (field.type === "boolean") return parseBoolean(field, value);
  if (value === null || value === "") return null;
  if (isDecimal(field.type)) return parseDecimal(field, value);
  if (field.type === "date") return parseDate(field, value);
  if (field.type === "datetime") return parseDateTime(field, value);
  if (field.type === "reference" || field.type === "id") return parseReference(field, value);
  if (field.type === "picklist") return knownChoice(field, String(value));
  if (field.type === "multipicklist") return parseMultiPicklist(field, value);
  return parseText(field, value);
}
