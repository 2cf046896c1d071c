import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { NumberText } from "./numberText.ts";

function wrong(name: string, what: unknown): GraphQLError {
  return new GraphQLError(`${name} cannot represent the value: ${JSON.stringify(what)}`);
}

function textScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean = () => true,
): GraphQLScalarType {
  const take = (value: unknown): string => {
    if (typeof value === "string" && isValid(value)) return value;
    throw wrong(name, value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: take,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return take(node.value);
      throw wrong(name, node.kind);
    },
  });
}

/** A day that is in the calendar. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Numbers keep their text on the way in, and are printed digit by digit on the way out. */
function numberScalar(name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: (value) => {
      if (value instanceof NumberText) return value;
      throw wrong(name, value);
    },
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return new NumberText(node.value);
      throw wrong(name, node.kind);
    },
  });
}

function wholeNumber(text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  throw wrong("Int", text);
}

/** GraphQL's own Int, for variables whose numbers are still text. */
export const Int = new GraphQLScalarType<unknown, unknown>({
  name: "Int",
  description: "A whole number of 32 bits.",
  serialize: (value) => value,
  parseValue: (value) => wholeNumber(value instanceof NumberText ? value.text : ""),
  parseLiteral: (node: ValueNode) => wholeNumber(node.kind === Kind.INT ? node.value : ""),
});

export const LongScalar = numberScalar("Long", "A whole number of 64 bits.");
export const DoubleScalar = numberScalar("Double", "A decimal number.");
export const CurrencyScalar = numberScalar("Currency", "An amount of money.");
export const PercentScalar = numberScalar("Percent", "A percentage.");
export const DateScalar = textScalar("Date", "A day, YYYY-MM-DD.", isDay);
export const DateTimeScalar = textScalar("DateTime", "A moment in ISO 8601.");
export const PicklistScalar = textScalar("Picklist", "A choice of a picklist.");
export const MultiPicklistScalar = textScalar("MultiPicklist", "Choices of a picklist, separated by semicolons.");
export const EmailScalar = textScalar("EmailAddress", "An email address.");
export const PhoneScalar = textScalar("PhoneNumber", "A phone number.");
export const UrlScalar = textScalar("Url", "An address in the web.");
export const TextAreaScalar = textScalar("TextArea", "Text of up to 255 characters.");
export const LongTextAreaScalar = textScalar("LongTextArea", "Text of more than 255 characters.");
export const IdOrRef = textScalar("IdOrRef", "A record's id, or @{name} of an earlier operation of the request.");
