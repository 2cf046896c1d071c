import { callOrg } from "local/http";
import type { UiRecord } from "local/records";
import { objectOfId, recordPageOf } from "local/setup";
import { wireAdapter } from "local/wire";

export interface LayoutComponent {
  readonly apiName: string | null;
  readonly componentType: "Field" | "EmptySpace";
  readonly label?: string;
}

export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly required: boolean;
}

export interface LayoutSection {
  readonly id: string;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly columns: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
}

export interface Layout {
  readonly sections: readonly LayoutSection[];
}

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly extraTypeInfo: string | null;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly scale: number;
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly reference: boolean;
  readonly referenceToInfos: readonly { readonly apiName: string }[];
  readonly relationshipName: string | null;
  readonly compoundFieldName: string | null;
  readonly nameField: boolean;
  readonly sortable: boolean;
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** A record with everything that its page needs to show it. */
export interface RecordUi {
  readonly record: UiRecord;
  readonly info: ObjectInfo;
  readonly full: Layout;
  readonly compact: Layout;
}

interface Answer {
  readonly records: Readonly<Record<string, UiRecord>>;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly layouts: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, { View: Layout }>>>>>>;
}

/** Fields that the page's visibility rules look at: asked for together with the record. */
function ruleFields(objectApiName: string): string[] {
  const items = Object.values(recordPageOf(objectApiName).regions).flat();
  const values = items.flatMap(({ visibility }) => visibility?.criteria.map(({ leftValue }) => leftValue) ?? []);
  const fields = values.map((value) => /^\{!Record\.([\w.]+)\}$/.exec(value)?.[1]).filter((name) => name !== undefined);
  return [...new Set(fields)].map((name) => `${objectApiName}.${name}`).sort();
}

async function load(path: string): Promise<RecordUi> {
  const { records, objectInfos, layouts } = await callOrg<Answer>(path);
  const record = Object.values(records)[0]!;
  const byType = Object.values(layouts[record.apiName]!)[0]!;
  return {
    record,
    info: objectInfos[record.apiName]!,
    full: byType["Full"]!.View,
    compact: byType["Compact"]!.View,
  };
}

/** Wire of a record's page: every part of the page asks the same question, so that it is asked once. */
export const recordUi = wireAdapter<{ readonly recordId?: string }>(({ recordId }) => {
  if (!recordId) return null;
  const object = objectOfId(recordId);
  const extra = object ? ruleFields(object.apiName) : [];
  const path = `/ui-api/record-ui/${recordId}?layoutTypes=Compact,Full&modes=View${
    extra.length > 0 ? `&optionalFields=${extra.join(",")}` : ""
  }`;
  return { key: path, load: () => load(path) };
});

/** What a failed call says to a person. */
export function messageOf(error: unknown): string {
  const { body, statusText } = (error ?? {}) as { body?: { message?: string } | null; statusText?: string };
  return body?.message ?? statusText ?? String(error);
}
