import { callOrg } from "local/http";

interface UiField {
  readonly value: unknown;
  readonly displayValue: string | null;
}

export interface UiRecord {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, UiField>>;
  readonly lastModifiedDate: string | null;
}

export interface Wanted {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

interface Waiting extends Wanted {
  resolve(record: UiRecord): void;
  reject(error: unknown): void;
}

function isRecord(value: unknown): value is UiRecord {
  return typeof value === "object" && value !== null && "fields" in value;
}

function findKey(fields: UiRecord["fields"], name: string): string | undefined {
  return Object.keys(fields).find((key) => key.toLowerCase() === name.toLowerCase());
}

/** A copy of the record with those fields alone, as each wire has asked for them. */
export function pickFields(record: UiRecord, paths: readonly (readonly string[])[]): UiRecord {
  const fields: Record<string, UiField> = {};
  for (const [name = ""] of paths) {
    const key = findKey(record.fields, name);
    if (key === undefined || key in fields) continue;
    const field = record.fields[key]!;
    const below = paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
    fields[key] = isRecord(field.value) ? { ...field, value: pickFields(field.value, below) } : field;
  }
  return { ...record, fields };
}

/** `Account.Owner.Name` below the object, as a list. */
export function pathOf(name: string): string[] {
  return name.split(".").slice(1);
}

function fetchRecord(recordId: string, { fields, optionalFields }: Wanted): Promise<UiRecord> {
  const query = new URLSearchParams();
  if (fields.length > 0) query.set("fields", [...new Set(fields)].sort().join(","));
  if (optionalFields.length > 0) query.set("optionalFields", [...new Set(optionalFields)].sort().join(","));
  return callOrg<UiRecord>(`/ui-api/records/${recordId}?${query.toString()}`);
}

function answer(waiting: Waiting, record: UiRecord): void {
  waiting.resolve(pickFields(record, [...waiting.fields, ...waiting.optionalFields].map(pathOf)));
}

async function askTogether(recordId: string, all: readonly Waiting[]): Promise<void> {
  const fields = all.flatMap((waiting) => waiting.fields);
  const optionalFields = all.flatMap((waiting) => waiting.optionalFields);
  try {
    const record = await fetchRecord(recordId, { fields, optionalFields });
    for (const waiting of all) answer(waiting, record);
  } catch (error) {
    if (all.length === 1) all[0]!.reject(error);
    // One field that may not be read fails the whole request, so that each has to ask for itself.
    else await Promise.all(all.map((waiting) => askTogether(recordId, [waiting])));
  }
}

const gathered = new Map<string, Waiting[]>();

function ask(): void {
  const groups = [...gathered];
  gathered.clear();
  for (const [recordId, all] of groups) void askTogether(recordId, all);
}

/** Loads fields of a record; what several wires want of it in one turn of the page goes in one request. */
export function loadRecord(recordId: string, wanted: Wanted): Promise<UiRecord> {
  return new Promise((resolve, reject) => {
    if (gathered.size === 0) window.setTimeout(ask, 0);
    const group = gathered.get(recordId) ?? [];
    gathered.set(recordId, [...group, { ...wanted, resolve, reject }]);
  });
}
