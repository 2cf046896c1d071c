import type { FieldType } from "../metadata/schema.ts";

/** The engine's names of result types. */
export type FormulaResultType =
  "string" | "number" | "currency" | "percent" | "boolean" | "date" | "datetime" | "time" | "any";

const TYPES: Readonly<Record<FieldType, string>> = {
  id: "id",
  reference: "id",
  string: "string",
  textarea: "string",
  email: "string",
  phone: "string",
  url: "string",
  boolean: "boolean",
  int: "number",
  double: "number",
  currency: "currency",
  percent: "percent",
  date: "date",
  datetime: "datetime",
  picklist: "picklist",
  multipicklist: "multipicklist",
};

const TEXT_RESULTS: ReadonlySet<string> = new Set(["id", "picklist", "multipicklist"]);

/** The engine's name of a field type. The engine cuts ids to 15 characters, which flows do not. */
export function typeFor(type: FieldType, isFlow = false): string {
  const name = TYPES[type];
  return isFlow && name === "id" ? "string" : name;
}

/** The engine's name of a result's type: what goes into an id or a picklist is a text. */
export function resultTypeFor(type: FieldType): string {
  const name = TYPES[type];
  return TEXT_RESULTS.has(name) ? "string" : name;
}

function functionType(returns: string, ...args: [type: string, isOptional?: boolean][]): object {
  return {
    type: "function",
    arguments: args.map(([type, isOptional = false]) => ({ argument: { type }, optional: isOptional })),
    returns: { type: returns },
  };
}

/** Types of the platform's functions that the engine lacks. */
export const extraFunctionTypes: Readonly<Record<string, object>> = {
  TRUNC: functionType("number", ["number"], ["number", true]),
  REGEX: functionType("boolean", ["string"], ["string"]),
  DAYOFYEAR: functionType("number", ["date"]),
  ISOWEEK: functionType("number", ["date"]),
  ISOYEAR: functionType("number", ["date"]),
  PI: functionType("number"),
  BR: functionType("string"),
};
