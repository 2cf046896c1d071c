import type { UserAccess } from "../../access/userAccess.ts";
import type { ObjectSchema } from "../../metadata/schema.ts";
import type { Operation, RowResult } from "../ingestJob.ts";

/** Part of a job: rows of one upload, or one query. */
export interface Batch {
  readonly id: string;
  readonly body: string;
  readonly createdDate: string;
  state: "Queued" | "Completed" | "Failed" | "Not Processed";
  stateMessage: string | null;
  results: readonly RowResult[];
  /** The rows of a query, as CSV; null for a batch that writes. */
  csv: string | null;
}

/** A job of Bulk API 1: batches are added while it is open, and each is worked off by itself. */
export interface Bulk1Job {
  readonly id: string;
  readonly operation: Operation | "query" | "queryAll";
  readonly object: ObjectSchema;
  readonly externalIdFieldName: string | null;
  readonly access: UserAccess;
  readonly createdDate: string;
  readonly apiVersion: string;
  state: "Open" | "Closed" | "Aborted";
  readonly batches: Batch[];
}

const NAMESPACE = "http://www.force.com/2009/06/asyncapi/dataload";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An element of the API's namespace, its members in order; null ones are left out. */
export function printXml(name: string, members: Readonly<Record<string, string | number | null>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(name, members)}`;
}

function element(name: string, members: Readonly<Record<string, string | number | null>>): string {
  const inner = Object.entries(members)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<${key}>${escaped(String(value))}</${key}>`);
  return `<${name} xmlns="${NAMESPACE}">${inner.join("")}</${name}>`;
}

/** Several elements of one list. */
export function printXmlList(name: string, elements: readonly string[]): string {
  const inner = elements.map((text) => text.replace(/^<\?xml[^>]*\?>/, ""));
  return `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${NAMESPACE}">${inner.join("")}</${name}>`;
}

function failures({ results }: Batch): number {
  return results.filter(({ error }) => error !== null).length;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_reference_jobinfo.htm */
export function printJob(job: Bulk1Job): string {
  const count = (state: Batch["state"]): number => job.batches.filter((batch) => batch.state === state).length;
  return printXml("jobInfo", {
    id: job.id,
    operation: job.operation,
    object: job.object.name,
    createdById: job.access.userId,
    createdDate: job.createdDate,
    systemModstamp: job.createdDate,
    state: job.state,
    externalIdFieldName: job.externalIdFieldName,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    numberBatchesQueued: count("Queued"),
    numberBatchesInProgress: 0,
    numberBatchesCompleted: count("Completed"),
    numberBatchesFailed: count("Failed"),
    numberBatchesTotal: job.batches.length,
    numberRecordsProcessed: job.batches.reduce((sum, batch) => sum + batch.results.length, 0),
    numberRetries: 0,
    apiVersion: job.apiVersion,
    numberRecordsFailed: job.batches.reduce((sum, batch) => sum + failures(batch), 0),
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
  });
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_reference_batchinfo.htm */
export function printBatch(job: Bulk1Job, batch: Batch): string {
  return printXml("batchInfo", {
    id: batch.id,
    jobId: job.id,
    state: batch.state,
    stateMessage: batch.stateMessage,
    createdDate: batch.createdDate,
    systemModstamp: batch.createdDate,
    numberRecordsProcessed: batch.results.length,
    numberRecordsFailed: failures(batch),
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
  });
}
