import { childrenOf, textOf, type XmlElement } from "./readXml.ts";
import type { Field, FieldType } from "./schema.ts";
import type { ObjectDraft, SchemaDraft } from "./schemaDraft.ts";

export type RollUpOperation = "count" | "sum" | "min" | "max";

/** Which details count: `Status__c equals Won, Lost`. */
export interface RollUpFilter {
  readonly field: string;
  readonly operation: string;
  readonly values: readonly string[];
}

/** What a field of a master computes over its details. */
export interface RollUpSummary {
  readonly operation: RollUpOperation;
  readonly childObject: string;
  /** The detail's field that leads to the master. */
  readonly childField: string;
  /** The detail's field that is added up or compared; null = details are counted. */
  readonly summarizedField: string | null;
  readonly filters: readonly RollUpFilter[];
}

const OPERATIONS: readonly RollUpOperation[] = ["count", "sum", "min", "max"];

/** https://help.salesforce.com/s/articleView?id=platform.fields_about_roll_up_summary_fields.htm */
const SUMMARIZED: Readonly<Record<Exclude<RollUpOperation, "count">, readonly FieldType[]>> = {
  sum: ["int", "double", "currency", "percent"],
  min: ["int", "double", "currency", "percent", "date", "datetime"],
  max: ["int", "double", "currency", "percent", "date", "datetime"],
};

const FILTER_OPERATIONS = new Set([
  ...["equals", "notEqual", "lessThan", "greaterThan", "lessOrEqual", "greaterOrEqual"],
  ...["contains", "notContain", "startsWith"],
]);

/** `Line__c.Amount__c` as object and field. */
function split(path: string, tag: string): [object: string, field: string] {
  const [object = "", field = ""] = path.split(".");
  if (object === "" || field === "") throw new Error(`<${tag}> is "${path}", which names no object and field`);
  return [object, field];
}

function readFilter(element: XmlElement, childObject: string): RollUpFilter {
  const path = textOf(element, "field") ?? "";
  const [object, field] = split(path, "field");
  if (object.toLowerCase() !== childObject.toLowerCase())
    throw new Error(`the filter's field "${path}" is none of ${childObject}`);
  if (textOf(element, "valueField") !== null)
    throw new Error(`<valueField> in filters of roll-up summaries is not supported by the local org`);
  const operation = textOf(element, "operation") ?? "";
  if (!FILTER_OPERATIONS.has(operation))
    throw new Error(`the filter operation "${operation}" of roll-up summaries is not supported by the local org`);
  const values = (textOf(element, "value") ?? "").split(",").map((text) => text.trim());
  return { field, operation, values };
}

/** Reads a field of type Summary. Throws an Error with the reason when it cannot be one. */
export function readRollUpSummary(element: XmlElement): RollUpSummary {
  const operation = OPERATIONS.find((name) => name === textOf(element, "summaryOperation"));
  if (!operation) throw new Error("a roll-up summary needs <summaryOperation>: count, sum, min or max");
  const [childObject, childField] = split(textOf(element, "summaryForeignKey") ?? "", "summaryForeignKey");
  const summarized = textOf(element, "summarizedField");
  if (operation !== "count" && summarized === null)
    throw new Error(`a roll-up summary that is a ${operation} needs <summarizedField>`);
  const [object, summarizedField] = summarized === null ? [childObject, null] : split(summarized, "summarizedField");
  if (object.toLowerCase() !== childObject.toLowerCase())
    throw new Error(`<summarizedField> is "${summarized}", but the details are of ${childObject}`);
  const filters = childrenOf(element, "summaryFilterItems").map((item) => readFilter(item, childObject));
  return {
    operation,
    childObject,
    childField,
    summarizedField: operation === "count" ? null : summarizedField,
    filters,
  };
}

function fieldOf(child: ObjectDraft, name: string): Field {
  const field = child.fields.get(name.toLowerCase());
  if (!field) throw new Error(`a roll-up summary names field "${child.name}.${name}", which does not exist`);
  if (field.formula !== null)
    throw new Error(
      `a roll-up summary over the formula field "${child.name}.${name}" is not supported by the local org`,
    );
  return field;
}

/** Gives roll-up summaries the type of what they summarize, which only the finished details can tell. */
class RollUpTypes {
  readonly #draft: SchemaDraft;
  readonly #isMultiCurrency: boolean;

  constructor(draft: SchemaDraft, isMultiCurrency: boolean) {
    this.#draft = draft;
    this.#isMultiCurrency = isMultiCurrency;
  }

  /** Puts the field with its type into its object. Throws an Error with the reason when the platform would refuse it. */
  resolve(master: ObjectDraft, field: Field): Field {
    const summary = field.summary!;
    const child = this.#draft.draftOf(summary.childObject);
    const link = fieldOf(child, summary.childField);
    const isDetail = link.reference?.kind === "masterDetail" && link.reference.to.includes(master.name);
    if (!isDetail) throw new Error(`"${child.name}.${link.name}" is no master-detail relationship to ${master.name}`);
    for (const filter of summary.filters) fieldOf(child, filter.field);
    const resolved = { ...field, ...this.#typeOf(child, summary) };
    master.fields.set(field.name.toLowerCase(), resolved);
    return resolved;
  }

  #typeOf(child: ObjectDraft, { operation, summarizedField }: RollUpSummary): Partial<Field> {
    if (operation === "count") return { type: "double", precision: 18, scale: 0 };
    const found = fieldOf(child, summarizedField!);
    const { type, scale } = found.summary ? this.resolve(child, found) : found;
    if (!SUMMARIZED[operation].includes(type))
      throw new Error(`a roll-up summary cannot be the ${operation} of "${child.name}.${found.name}", a ${type} field`);
    if (type === "currency" && this.#isMultiCurrency)
      throw new Error("roll-up summaries of amounts in a multi-currency org are not supported by the local org");
    return { type: type === "int" ? "double" : type, precision: type.startsWith("date") ? 0 : 18, scale };
  }
}

/** Checks all roll-up summaries against their details and gives them their types. */
export function resolveRollUpSummaries(draft: SchemaDraft, isMultiCurrency: boolean): void {
  const types = new RollUpTypes(draft, isMultiCurrency);
  for (const object of draft.objects.values())
    for (const field of [...object.fields.values()].filter(({ summary }) => summary !== null))
      draft.attempt(field.source.file, () => void types.resolve(object, field));
}
