import { urlOf } from "local/pages";
import { plainText } from "local/plainText";
import type { FieldInfo, ObjectInfo } from "local/recordUi";
import type { UiRecord } from "local/records";
import { objectOfId } from "local/setup";

/** A field's value as a page shows it. */
export interface FieldView {
  readonly apiName: string;
  readonly label: string;
  readonly help: string | null;
  readonly kind: "text" | "lines" | "link" | "url" | "email" | "phone" | "checkbox" | "empty";
  readonly text: string;
  readonly href: string | null;
  readonly isChecked: boolean;
}

function kindOf(dataType: string): FieldView["kind"] {
  if (dataType === "TextArea") return "lines";
  if (dataType === "Url") return "url";
  if (dataType === "Email") return "email";
  return dataType === "Phone" ? "phone" : "text";
}

function hrefOf(dataType: string, text: string): string | null {
  if (dataType === "Email") return `mailto:${text}`;
  if (dataType === "Phone") return `tel:${text}`;
  if (dataType !== "Url") return null;
  return /^[a-z]+:/i.test(text) ? text : `https://${text}`;
}

/** The name of the record that a reference leads to, and its page. */
function referenceView(base: Omit<FieldView, "kind">, field: FieldInfo, record: UiRecord): FieldView {
  const id = record.fields[field.apiName]?.value;
  const parent = record.fields[field.relationshipName ?? ""];
  if (typeof id !== "string") return { ...base, kind: "empty" };
  const text = parent?.displayValue ?? id;
  if (!objectOfId(id)) return { ...base, kind: "text", text };
  const attributes = { recordId: id, objectApiName: objectOfId(id)!.apiName, actionName: "view" };
  return { ...base, kind: "link", text, href: urlOf({ type: "standard__recordPage", attributes }) };
}

/** How a record's field is shown, under the label of its layout; null = the record has not got it. */
export function fieldView(info: ObjectInfo, record: UiRecord, apiName: string, label?: string): FieldView | null {
  const field = info.fields[apiName];
  const found = record.fields[apiName];
  if (!field || !found) return null;
  const base = {
    apiName,
    label: label ?? field.label,
    help: field.inlineHelpText,
    text: "",
    href: null,
    isChecked: found.value === true,
  };
  if (field.reference) return referenceView(base, field, record);
  if (field.dataType === "Boolean") return { ...base, kind: "checkbox" };
  const text = found.displayValue ?? plainText(found.value);
  if (text === "") return { ...base, kind: "empty" };
  const shown = field.dataType === "MultiPicklist" ? text.split(";").join("; ") : text;
  return { ...base, kind: kindOf(field.dataType), text: shown, href: hrefOf(field.dataType, text) };
}
