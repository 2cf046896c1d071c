import { toId18 } from "../records/recordId.ts";
import { FormulaEvaluationError } from "./formulaError.ts";
import type { FormulaFunctions } from "./formulaFunction.ts";
import { asNumber, asText, FormulaNumber, settled, type Value } from "./formulaValue.ts";

const text = (value: Value | undefined): string => asText(value) ?? "";

function whole(value: Value | undefined, otherwise: number): number {
  return asNumber(value)?.trunc().toNumber() ?? otherwise;
}

/** To that length, filled up at one end with the pad. */
function pad(args: readonly Value[], side: "start" | "end"): Value {
  const length = Math.max(0, whole(args[1], 0));
  const filler = args[2] === undefined ? " " : text(args[2]);
  const cut = text(args[0]).slice(0, length);
  return side === "start" ? cut.padStart(length, filler) : cut.padEnd(length, filler);
}

/** A number as TEXT() prints it: no zero before the point. */
function printNumber(value: Value): string {
  return String(value).replace(/^(-?)0\./, "$1.");
}

/** TEXT() of a value whose type came along. */
function printValue(value: Value | undefined, type: Value | undefined): Value {
  if (value === null || value === undefined) return null;
  if (type === "datetime") return `${text(value).slice(0, 10)} ${text(value).slice(11, 19)}Z`;
  if (type === "time") return text(value).replace(/Z$/, "");
  const number = asNumber(value);
  return number ? printNumber(settled(number)) : String(value);
}

const patterns = new Map<string, RegExp>();

// Formulas match the whole text, as Java's String.matches does.
function matches(subject: string, pattern: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    try {
      compiled = new RegExp(`^(?:${pattern})$`, "u");
    } catch {
      throw new FormulaEvaluationError(`Invalid regular expression: ${pattern}`);
    }
    patterns.set(pattern, compiled);
  }
  return compiled.test(subject);
}

function middle(args: readonly Value[]): string {
  const start = Math.max(1, whole(args[1], 1)) - 1;
  return text(args[0]).slice(start, start + Math.max(0, whole(args[2], 0)));
}

function find(args: readonly Value[]): Value {
  const start = whole(args[2], 1);
  if (text(args[0]) === "" || start < 1) return new FormulaNumber(0);
  return new FormulaNumber(text(args[1]).indexOf(text(args[0]), start - 1) + 1);
}

function parseNumber(value: string): Value {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*$/.test(value) ? new FormulaNumber(value.trim()) : null;
}

export const textFunctions: FormulaFunctions = {
  $$CONCAT_STRING$$: (args) => text(args[0]) + text(args[1]),
  $$EQ_STRING$$: (args) => text(args[0]) === text(args[1]),
  $$NEQ_STRING$$: (args) => text(args[0]) !== text(args[1]),
  // Formulas see ids with 15 characters.
  $$CASEUNSAFEID$$: (args) => asText(args[0])?.slice(0, 15) ?? null,
  CASESAFEID: (args) => (asText(args[0]) === null ? null : toId18(text(args[0]))),
  BEGINS: (args) => text(args[0]).startsWith(text(args[1])),
  CONTAINS: (args) => text(args[0]).includes(text(args[1])),
  INCLUDES: (args) => text(args[0]).split(";").includes(text(args[1])) && text(args[1]) !== "",
  ISPICKVAL: (args) => text(args[0]) === text(args[1]),
  ISNUMBER: (args) => parseNumber(text(args[0])) !== null,
  FIND: find,
  LEFT: (args) => text(args[0]).slice(0, Math.max(0, whole(args[1], 0))),
  RIGHT: (args) => {
    const length = Math.max(0, whole(args[1], 0));
    return length === 0 ? "" : text(args[0]).slice(-length);
  },
  MID: middle,
  LOWER: (args) => text(args[0]).toLowerCase(),
  UPPER: (args) => text(args[0]).toUpperCase(),
  LPAD: (args) => pad(args, "start"),
  RPAD: (args) => pad(args, "end"),
  SUBSTITUTE: (args) =>
    text(args[1]) === "" ? text(args[0]) : text(args[0]).replaceAll(text(args[1]), () => text(args[2])),
  TRIM: (args) => text(args[0]).trim(),
  LEN: (args) => new FormulaNumber(text(args[0]).length),
  TEXT: (args) => printValue(args[0], args[1]),
  VALUE: (args) => parseNumber(text(args[0])),
  REGEX: (args) => matches(text(args[0]), text(args[1])),
  BR: () => "\n",
};
