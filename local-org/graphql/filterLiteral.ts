import type { FieldType } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Literal } from "../soql/ast.ts";
import { NumberText } from "./numberText.ts";

const NUMBERS: ReadonlySet<FieldType> = new Set(["int", "double", "currency", "percent"]);
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const DATE_TIME_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;

function wrong(type: FieldType, value: unknown): SalesforceError {
  return new SalesforceError("INVALID_FIELD", `'${JSON.stringify(value)}' is not a ${type} to filter by`);
}

/** A backslash that escapes nothing stands for itself. */
function likePattern(text: string): string {
  return text.replace(/\\(?![%_\\])/g, "\\\\");
}

function dateLiteral(type: "date" | "datetime", input: Readonly<Record<string, unknown>>): Literal {
  const { value, literal, range } = input;
  if (typeof literal === "string") return { kind: "dateLiteral", name: literal, count: null, at: 0 };
  const [period] = Object.entries((range ?? {}) as Record<string, unknown>);
  if (period) return { kind: "dateLiteral", name: period[0].toUpperCase(), count: Number(String(period[1])), at: 0 };
  if (value === null) return { kind: "null", at: 0 };
  if (typeof value !== "string") throw wrong(type, input);
  if (type === "datetime" && !DATE_TIME_WITH_ZONE.test(value)) throw wrong(type, value);
  return { kind: type, text: value, at: 0 };
}

/** A value of a `where` as SOQL has it. Numbers come as their text, dates as `{value}`, `{literal}` or `{range}`. */
export function filterLiteral(type: FieldType, value: unknown): Literal {
  if (value === null || value === undefined) return { kind: "null", at: 0 };
  if (type === "boolean") {
    if (typeof value !== "boolean") throw wrong(type, value);
    return { kind: "boolean", value, at: 0 };
  }
  if (type === "date" || type === "datetime") {
    if (typeof value !== "object") throw wrong(type, value);
    return dateLiteral(type, value as Readonly<Record<string, unknown>>);
  }
  if (NUMBERS.has(type)) {
    const text = typeof value === "string" || value instanceof NumberText ? String(value) : "";
    if (!NUMBER.test(text)) throw wrong(type, value);
    return { kind: "number", text, at: 0 };
  }
  if (typeof value !== "string") throw wrong(type, value);
  return { kind: "string", value, pattern: likePattern(value), at: 0 };
}
