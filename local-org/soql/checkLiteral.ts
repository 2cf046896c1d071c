import type { FieldType } from "../metadata/schema.ts";
import { isValidId } from "../records/recordId.ts";
import type { Literal } from "./ast.ts";
import { typeOf, type Expression } from "./checkedQuery.ts";
import { queryErrorAt } from "./queryError.ts";
import type { QueryScope } from "./queryScope.ts";

type LiteralKind = Literal["kind"];

const EXPECTED: Readonly<Record<FieldType, { kinds: readonly LiteralKind[]; name: string; isQuoted: boolean }>> = {
  id: { kinds: ["string"], name: "string", isQuoted: true },
  reference: { kinds: ["string"], name: "string", isQuoted: true },
  string: { kinds: ["string"], name: "string", isQuoted: true },
  textarea: { kinds: ["string"], name: "string", isQuoted: true },
  picklist: { kinds: ["string"], name: "string", isQuoted: true },
  multipicklist: { kinds: ["string"], name: "string", isQuoted: true },
  email: { kinds: ["string"], name: "string", isQuoted: true },
  phone: { kinds: ["string"], name: "string", isQuoted: true },
  url: { kinds: ["string"], name: "string", isQuoted: true },
  boolean: { kinds: ["boolean"], name: "boolean", isQuoted: false },
  int: { kinds: ["number"], name: "int", isQuoted: false },
  double: { kinds: ["number"], name: "double", isQuoted: false },
  currency: { kinds: ["number"], name: "double", isQuoted: false },
  percent: { kinds: ["number"], name: "double", isQuoted: false },
  date: { kinds: ["date", "dateLiteral"], name: "date", isQuoted: false },
  datetime: {
    kinds: ["datetime", "dateLiteral"],
    name: "dateTime",
    isQuoted: false,
  },
};

/** The name of what is compared, for messages. */
export function nameOf(expression: Expression): string {
  return expression.kind === "field" ? expression.field.name : `${expression.name}(${nameOf(expression.argument)})`;
}

function isCalendarValue(literal: Literal): boolean {
  if (literal.kind === "date") return isDate(literal.text);
  if (literal.kind === "datetime") return isDate(literal.text.slice(0, 10)) && !Number.isNaN(Date.parse(literal.text));
  return true;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Refuses a literal that does not fit what it is compared with. */
export function checkLiteral(expression: Expression, literal: Literal, scope: QueryScope): void {
  if (literal.kind === "null") return;
  const { text } = scope.context;
  const type = typeOf(expression);
  const { kinds, name, isQuoted } = EXPECTED[type];
  if (!kinds.includes(literal.kind)) {
    const quotes = isQuoted ? "should be enclosed in quotes" : "should not be enclosed in quotes";
    const message = `value of filter criterion for field '${nameOf(expression)}' must be of type ${name} and ${quotes}`;
    throw queryErrorAt("INVALID_FIELD", text, expression.at, message);
  }
  if (!isCalendarValue(literal)) throw queryErrorAt("MALFORMED_QUERY", text, literal.at, "invalid date or time");
  const isId = type === "id" || type === "reference";
  if (isId && literal.kind === "string" && literal.value !== "" && !isValidId(literal.value))
    throw queryErrorAt("INVALID_QUERY_FILTER_OPERATOR", text, expression.at, `invalid ID field: ${literal.value}`);
}
