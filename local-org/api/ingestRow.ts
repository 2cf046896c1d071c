import type { Org } from "../org.ts";
import type { WireValue } from "../records/parseValue.ts";
import { SalesforceError } from "../salesforceError.ts";
import { toSalesforceError } from "./apiError.ts";
import type { IngestJob, Row, RowResult } from "./ingestJob.ts";
import { createRecord, removeRecord, updateRecord, upsertRecord, wireText, type WireRecord } from "./recordWrites.ts";

/** What a row is saved by: a job of either Bulk API. */
export type RowTarget = Pick<IngestJob, "operation" | "object" | "access" | "externalIdFieldName">;

/** A cell: `#N/A` clears the field, an empty one leaves it alone; `Partner__r.Key__c` links by external id. */
function toWire(row: Row): WireRecord {
  const record: Record<string, WireValue | Record<string, WireValue>> = {};
  for (const [name, cell] of Object.entries(row)) {
    if (cell === "") continue;
    const [link, key] = name.split(".");
    const value = cell === "#N/A" ? null : cell;
    if (key !== undefined && link !== undefined) record[link] = { [key]: value };
    else record[name] = value;
  }
  return record;
}

/** A blank Id means a new record; a blank external id is a row that says too little. */
function createWithoutKey(org: Org, job: RowTarget, field: string, wire: WireRecord): string {
  if (field.toLowerCase() !== "id") throw new SalesforceError("MISSING_ARGUMENT", `${field} not specified`);
  return createRecord(org, job.access, job.object, wire);
}

function saveRow(org: Org, job: RowTarget, row: Row): { id: string; isCreated: boolean } {
  const id = row["Id"] ?? row["id"] ?? row["ID"] ?? "";
  const wire = toWire(row);
  if (job.operation === "insert") return { id: createRecord(org, job.access, job.object, wire), isCreated: true };
  if (job.operation === "update") return { id: updateRecord(org, job.access, job.object, id, wire), isCreated: false };
  if (job.operation === "delete") {
    removeRecord(org, job.access, job.object, id);
    return { id, isCreated: false };
  }
  const field = job.externalIdFieldName ?? "Id";
  const { [field]: key, ...rest } = wire;
  if (key === undefined || key === null) return { id: createWithoutKey(org, job, field, rest), isCreated: true };
  const saved = upsertRecord(org, job.access, job.object, field, wireText(key), rest);
  return { id: saved.id, isCreated: saved.created };
}

/** Saves one row, or says why not in the words of failedResults. */
export function ingestRow(org: Org, job: RowTarget, row: Row): RowResult {
  try {
    return { row, ...saveRow(org, job, row), error: null };
  } catch (error) {
    return refusedRow(row, error);
  }
}

/** A row that was not saved, in the words of failedResults. */
export function refusedRow(row: Row, error: unknown): RowResult {
  const errors = toSalesforceError(error).all.map(
    ({ errorCode, message, fields }) => `${errorCode}:${message}:${fields.length > 0 ? `${fields.join(",")} ` : ""}--`,
  );
  return { row, id: row["Id"] ?? "", isCreated: false, error: errors.join("") };
}

/** Refuses a whole job whose header names what is not there. */
export function checkHeader(job: RowTarget & Pick<IngestJob, "header">): void {
  for (const name of job.header) {
    const [first = ""] = name.split(".");
    const isLink = [...job.object.fields.values()].some(
      (field) => field.reference?.relationshipName.toLowerCase() === first.toLowerCase(),
    );
    const field = job.object.fields.get(name.toLowerCase());
    const isKnown = name.includes(".") ? isLink : field !== undefined && job.access.canReadField(job.object, field);
    if (!isKnown) throw new SalesforceError("InvalidBatch", `InvalidBatch : Field name not found : ${name}`);
  }
}
