import { urlOf } from "local/pages";
import type { UiRecord } from "local/records";
import { objectOfId } from "local/setup";
import type { ColumnSetup } from "../../../pageFacts.ts";

export interface Cell {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
  readonly outside: string | null;
  readonly isCheckbox: boolean;
  readonly isChecked: boolean;
  readonly className: string;
  readonly isFirst: boolean;
}

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** A field as both GraphQL and records have it. */
interface Value {
  readonly value?: unknown;
  readonly displayValue?: string | null;
}

/** A record by the names of its fields, and of the parents above it. */
export interface Source {
  readonly id: string;
  field(name: string): Value | undefined;
  parent(relationship: string, nameField: string): { readonly id: string; readonly name: string } | null;
}

const NUMBERS = new Set(["int", "double", "currency", "percent"]);

/** Numbers and their headings stand to the right. */
export function alignmentOf(type: string): string {
  return NUMBERS.has(type) ? "slds-text-align_right" : "";
}

export function recordUrl(recordId: string): string | null {
  const object = objectOfId(recordId);
  if (!object) return null;
  return urlOf({
    type: "standard__recordPage",
    attributes: { recordId, objectApiName: object.apiName, actionName: "view" },
  });
}

function textOf(value: Value | undefined): string {
  const shown = value?.displayValue ?? value?.value;
  if (shown === null || shown === undefined || typeof shown === "boolean") return "";
  return typeof shown === "string" ? shown.split(";").join("; ") : JSON.stringify(shown);
}

function cellOf(source: Source, column: ColumnSetup, index: number): Cell {
  const { apiName, label, type, parent } = column;
  const above = parent && source.parent(parent.relationship, parent.nameField);
  const value = source.field(apiName);
  return {
    key: apiName,
    label,
    text: above ? above.name : parent ? "" : textOf(value),
    outside: above ? null : outsideOf(type, textOf(value)),
    href: above ? recordUrl(above.id) : index === 0 ? recordUrl(source.id) : null,
    isCheckbox: type === "boolean",
    isChecked: value?.value === true,
    className: alignmentOf(type),
    isFirst: index === 0,
  };
}

/** Addresses that lead out of the org. */
function outsideOf(type: string, text: string): string | null {
  if (text === "") return null;
  if (type === "email") return `mailto:${text}`;
  if (type === "phone") return `tel:${text}`;
  if (type !== "url") return null;
  return /^[a-z]+:/i.test(text) ? text : `https://${text}`;
}

export function rowOf(source: Source, columns: readonly ColumnSetup[]): Row {
  const cells = columns.map((column, index) => cellOf(source, column, index));
  return { id: source.id, name: cells[0]?.text ?? "", cells };
}

/** A record of the User Interface API. */
export function recordSource(record: UiRecord): Source {
  return {
    id: record.id,
    field: (name) => record.fields[name],
    parent: (relationship, nameField) => {
      const above = record.fields[relationship]?.value as UiRecord | null | undefined;
      if (!above) return null;
      return { id: above.id, name: textOf(above.fields[nameField]) };
    },
  };
}

type Node = Readonly<Record<string, unknown>>;

/** A node of a GraphQL answer. */
export function nodeSource(node: Node): Source {
  return {
    id: String(node["Id"]),
    field: (name) => node[name] as Value | undefined,
    parent: (relationship, nameField) => {
      const above = node[relationship] as Node | null | undefined;
      return above ? { id: String(above["Id"]), name: textOf(above[nameField] as Value) } : null;
    },
  };
}

/** What GraphQL must select for those columns. */
export function selectionOf(columns: readonly ColumnSetup[]): string {
  const fields = columns.map(({ apiName, parent }) =>
    parent ? `${parent.relationship} { Id ${parent.nameField} { value } }` : `${apiName} { value displayValue }`,
  );
  return ["Id", ...new Set(fields)].join(" ");
}
