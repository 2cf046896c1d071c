import { callOrg } from "local/http";
import type { FieldInfo, Layout, LayoutItem, ObjectInfo } from "local/recordUi";
import type { UiRecord } from "local/records";

/** Everything that the form of a record is made of. */
export interface FormData {
  readonly info: ObjectInfo;
  readonly layout: Layout;
  readonly record: UiRecord | null;
  readonly defaults: UiRecord["fields"];
  readonly picklists: Readonly<Record<string, { readonly values: readonly { label: string; value: string }[] }>>;
}

export interface FormField {
  readonly info: FieldInfo;
  readonly label: string;
  readonly isRequired: boolean;
  readonly isReadonly: boolean;
  readonly options: readonly { label: string; value: string }[];
}

export interface FormRow {
  readonly key: string;
  readonly items: readonly { readonly key: string; readonly fields: readonly FormField[] }[];
  readonly columns: number;
}

export interface FormSection {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly FormRow[];
}

const MASTER_RECORD_TYPE = "012000000000000AAA";

type Picklists = FormData["picklists"];

async function picklistsOf(objectApiName: string): Promise<Picklists> {
  const path = `/ui-api/object-info/${objectApiName}/picklist-values/${MASTER_RECORD_TYPE}`;
  return (await callOrg<{ picklistFieldValues: Picklists }>(path)).picklistFieldValues;
}

async function loadNew(objectApiName: string): Promise<Omit<FormData, "picklists">> {
  const path = `/ui-api/record-defaults/create/${objectApiName}`;
  const answer = await callOrg<{ layout: Layout; objectInfos: Record<string, ObjectInfo>; record: UiRecord }>(path);
  return {
    info: answer.objectInfos[objectApiName]!,
    layout: answer.layout,
    record: null,
    defaults: answer.record.fields,
  };
}

interface RecordUiAnswer {
  readonly records: Readonly<Record<string, UiRecord>>;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly layouts: Readonly<Record<string, Readonly<Record<string, { Full: { Edit: Layout } }>>>>;
}

async function loadExisting(objectApiName: string, recordId: string): Promise<Omit<FormData, "picklists">> {
  const answer = await callOrg<RecordUiAnswer>(`/ui-api/record-ui/${recordId}?layoutTypes=Full&modes=Edit`);
  const record = Object.values(answer.records)[0]!;
  return {
    info: answer.objectInfos[objectApiName]!,
    layout: Object.values(answer.layouts[objectApiName]!)[0]!.Full.Edit,
    record,
    defaults: record.fields,
  };
}

/** Loads the form of a new record, or of an existing one as it is now. */
export async function loadForm(objectApiName: string, recordId: string | null): Promise<FormData> {
  const [data, picklists] = await Promise.all([
    recordId === null ? loadNew(objectApiName) : loadExisting(objectApiName, recordId),
    picklistsOf(objectApiName),
  ]);
  return { ...data, picklists };
}

/** A person's name is typed in parts. */
function partsOf(info: ObjectInfo, apiName: string): string[] {
  const parts = Object.values(info.fields).filter(({ compoundFieldName }) => compoundFieldName === apiName);
  return parts.length > 0 ? parts.map((part) => part.apiName).sort() : [apiName];
}

function fieldsOf(data: FormData, item: LayoutItem): FormField[] {
  const apiName = item.layoutComponents[0]?.apiName ?? null;
  if (apiName === null) return [];
  return partsOf(data.info, apiName).flatMap((name) => {
    const info = data.info.fields[name];
    if (!info) return [];
    const isNew = data.record === null;
    const isOfName = name !== apiName;
    const isEditable = isOfName || (isNew ? item.editableForNew : item.editableForUpdate);
    const isAllowed = isNew ? info.createable : info.updateable;
    return [
      {
        info,
        label: isOfName ? info.label : item.label,
        isRequired: (item.required || (info.required && isOfName)) && info.dataType !== "Boolean",
        isReadonly: !isEditable || !isAllowed,
        options: data.picklists[name]?.values ?? [],
      },
    ];
  });
}

/** The form as its layout orders it; what a new record cannot have yet is left out. */
export function sectionsOf(data: FormData): FormSection[] {
  const isNew = data.record === null;
  const shown = (item: LayoutItem): FormField[] =>
    fieldsOf(data, item).filter(({ isReadonly }) => !(isNew && isReadonly));
  return data.layout.sections
    .map(({ id, heading, useHeading, layoutRows, columns }) => ({
      key: id,
      heading: useHeading ? heading : "",
      rows: layoutRows.map(({ layoutItems }, index) => ({
        key: `${id}-${index}`,
        columns,
        items: layoutItems.map((item, column) => ({ key: `${id}-${index}-${column}`, fields: shown(item) })),
      })),
    }))
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ items }) => items.some(({ fields }) => fields.length > 0)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** What the org says about a save that it refused, by field and for the whole record. */
export interface SaveProblems {
  readonly fields: Readonly<Record<string, string>>;
  readonly page: readonly string[];
}

interface ErrorBody {
  readonly message?: string;
  readonly output?: {
    readonly errors: readonly { readonly message: string }[];
    readonly fieldErrors: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}

/** Reads the answer of a refused save. */
export function problemsOf(error: unknown): SaveProblems {
  const { body, statusText } = (error ?? {}) as { body?: ErrorBody | null; statusText?: string };
  if (!body?.output) return { fields: {}, page: [body?.message ?? statusText ?? String(error)] };
  const { errors, fieldErrors } = body.output;
  const fields = Object.entries(fieldErrors).map(([name, all]) => [name, all.map(({ message }) => message).join(" ")]);
  return { fields: Object.fromEntries(fields) as Record<string, string>, page: errors.map(({ message }) => message) };
}
