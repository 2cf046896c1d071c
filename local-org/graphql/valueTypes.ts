import { GraphQLBoolean, GraphQLID, GraphQLObjectType, GraphQLString, type GraphQLScalarType } from "graphql";
import type { Field, FieldType } from "../metadata/schema.ts";
import {
  CurrencyScalar,
  DateScalar,
  DateTimeScalar,
  DoubleScalar,
  EmailScalar,
  Int,
  LongScalar,
  LongTextAreaScalar,
  MultiPicklistScalar,
  PercentScalar,
  PhoneScalar,
  PicklistScalar,
  TextAreaScalar,
  UrlScalar,
} from "./scalars.ts";

/** How a kind of field shows in the schema: the stem of its types' names and its scalar. */
export interface FieldKind {
  readonly stem: string;
  readonly scalar: GraphQLScalarType;
}

const KINDS: Readonly<Record<FieldType, FieldKind>> = {
  id: { stem: "ID", scalar: GraphQLID },
  reference: { stem: "ID", scalar: GraphQLID },
  string: { stem: "String", scalar: GraphQLString },
  textarea: { stem: "TextArea", scalar: TextAreaScalar },
  boolean: { stem: "Boolean", scalar: GraphQLBoolean },
  int: { stem: "Int", scalar: Int },
  double: { stem: "Double", scalar: DoubleScalar },
  currency: { stem: "Currency", scalar: CurrencyScalar },
  percent: { stem: "Percent", scalar: PercentScalar },
  date: { stem: "Date", scalar: DateScalar },
  datetime: { stem: "DateTime", scalar: DateTimeScalar },
  picklist: { stem: "Picklist", scalar: PicklistScalar },
  multipicklist: { stem: "MultiPicklist", scalar: MultiPicklistScalar },
  email: { stem: "Email", scalar: EmailScalar },
  phone: { stem: "PhoneNumber", scalar: PhoneScalar },
  url: { stem: "Url", scalar: UrlScalar },
};

export const LONG: FieldKind = { stem: "Long", scalar: LongScalar };
export const DOUBLE: FieldKind = KINDS.double;

/** Text areas beyond 255 characters: neither filtered nor ordered by. */
export function isLongText(field: Field): boolean {
  return field.type === "textarea" && field.length > 255;
}

export function kindOf(field: Field): FieldKind {
  return isLongText(field) ? { stem: "LongTextArea", scalar: LongTextAreaScalar } : KINDS[field.type];
}

const valueTypes = new Map<string, GraphQLObjectType>();

/** `CurrencyValue { value displayValue }` and its like. */
export function valueType({ stem, scalar }: FieldKind): GraphQLObjectType {
  let type = valueTypes.get(stem);
  if (!type) {
    const label = stem === "Picklist" || stem === "MultiPicklist" ? { label: { type: GraphQLString } } : {};
    type = new GraphQLObjectType({
      name: `${stem}Value`,
      fields: { value: { type: scalar }, displayValue: { type: GraphQLString }, ...label },
    });
    valueTypes.set(stem, type);
  }
  return type;
}
