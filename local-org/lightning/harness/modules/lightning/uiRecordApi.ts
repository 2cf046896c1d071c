import { freeze } from "local/freeze";
import { callOrg } from "local/http";
import { loadRecord, type UiRecord } from "local/records";
import { recordsChanged } from "local/resource";
import { wireAdapter, type Question } from "local/wire";

interface FieldId {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}
type FieldName = FieldId | string;

interface RecordConfig {
  readonly recordId?: string | null;
  readonly fields?: FieldName | readonly FieldName[];
  readonly optionalFields?: FieldName | readonly FieldName[];
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface ClientOptions {
  readonly ifUnmodifiedSince?: string;
}

function nameOf(field: FieldName): string {
  return typeof field === "string" ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function namesOf(fields: RecordConfig["fields"]): string[] {
  if (fields === undefined) return [];
  return (Array.isArray(fields) ? (fields as readonly FieldName[]) : [fields as FieldName]).map(nameOf);
}

function askRecord({ recordId, fields, optionalFields }: RecordConfig): Question | null {
  if (!recordId) return null;
  const wanted = { fields: namesOf(fields), optionalFields: namesOf(optionalFields) };
  if (wanted.fields.length + wanted.optionalFields.length === 0) return null;
  return {
    key: `record ${recordId} ${JSON.stringify(wanted)}`,
    load: () => loadRecord(recordId, wanted),
  };
}

export const getRecord = wireAdapter<RecordConfig>(askRecord);

interface RecordsConfig {
  readonly records?: readonly (RecordConfig & { readonly recordIds?: readonly string[] })[];
}

async function loadEach(questions: readonly Question[]): Promise<unknown> {
  const settled = await Promise.allSettled(questions.map((question) => question.load()));
  const results = settled.map((outcome) =>
    outcome.status === "fulfilled"
      ? { statusCode: 200, result: outcome.value }
      : {
          statusCode: (outcome.reason as { status: number }).status,
          result: (outcome.reason as { body: unknown }).body,
        },
  );
  return { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results };
}

export const getRecords = wireAdapter<RecordsConfig>(({ records }) => {
  const each = records?.flatMap(({ recordIds = [], ...rest }) => recordIds.map((recordId) => ({ ...rest, recordId })));
  const questions = each?.map(askRecord).filter((question) => question !== null) ?? [];
  if (questions.length === 0) return null;
  return { key: `records ${JSON.stringify(questions.map(({ key }) => key))}`, load: () => loadEach(questions) };
});

interface FieldLike {
  readonly value: unknown;
  readonly displayValue: string | null;
}

function findField(record: UiRecord | null | undefined, field: FieldName): FieldLike | undefined {
  let fields: UiRecord["fields"] | undefined = record?.fields;
  let found: FieldLike | undefined;
  for (const part of nameOf(field).split(".").slice(1)) {
    found = fields?.[part];
    fields = (found?.value as UiRecord | null | undefined)?.fields;
  }
  return found;
}

/** Value of a field of a record; undefined = the record has not got it. */
export function getFieldValue(record: UiRecord | null | undefined, field: FieldName): unknown {
  return findField(record, field)?.value;
}

/** Value as the user's page shows it; null where it is shown as it is. */
export function getFieldDisplayValue(record: UiRecord | null | undefined, field: FieldName): string | null | undefined {
  return findField(record, field)?.displayValue;
}

export async function createRecord(input: RecordInput): Promise<UiRecord> {
  return freeze(await callOrg<UiRecord>("/ui-api/records", { method: "POST", body: input }));
}

export async function updateRecord(input: RecordInput, options: ClientOptions = {}): Promise<UiRecord> {
  const { Id, ...fields } = input.fields;
  const headers: Record<string, string> =
    options.ifUnmodifiedSince === undefined ? {} : { "If-Unmodified-Since": options.ifUnmodifiedSince };
  const body = { ...input, fields };
  const record = await callOrg<UiRecord>(`/ui-api/records/${String(Id)}`, { method: "PATCH", body, headers });
  await recordsChanged([record.id]);
  return freeze(record);
}

export async function deleteRecord(recordId: string): Promise<void> {
  await callOrg(`/ui-api/records/${recordId}`, { method: "DELETE" });
  void recordsChanged([recordId]);
}

/** Tells that records have changed by another way than this module's. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await recordsChanged(records.map(({ recordId }) => recordId));
}

/** The older name, which waits for nobody. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

interface ObjectInfoLike {
  readonly apiName: string;
  readonly fields: Readonly<Record<string, { readonly createable: boolean; readonly updateable: boolean }>>;
}

function writableFields(record: UiRecord, info: ObjectInfoLike | undefined, right: "createable" | "updateable") {
  const fields = Object.entries(record.fields).filter(([name]) => info === undefined || info.fields[name]?.[right]);
  return Object.fromEntries(fields.map(([name, { value }]) => [name, value]));
}

export function generateRecordInputForCreate(record: UiRecord, info?: ObjectInfoLike): RecordInput {
  return { apiName: record.apiName, fields: writableFields(record, info, "createable") };
}

export function generateRecordInputForUpdate(record: UiRecord, info?: ObjectInfoLike): RecordInput {
  return { apiName: record.apiName, fields: { Id: record.id, ...writableFields(record, info, "updateable") } };
}

interface DefaultsConfig {
  readonly objectApiName?: string | { readonly objectApiName: string };
  readonly recordTypeId?: string;
}

export const getRecordCreateDefaults = wireAdapter<DefaultsConfig>(({ objectApiName }) => {
  const name = typeof objectApiName === "object" ? objectApiName.objectApiName : objectApiName;
  if (name === undefined) return null;
  const path = `/ui-api/record-defaults/create/${name}`;
  return { key: path, load: () => callOrg(path) };
});
