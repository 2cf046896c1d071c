import type { UserAccess } from "../access/userAccess.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import type { CsvForm } from "./csv.ts";

export type Operation = "insert" | "update" | "upsert" | "delete";
export type Row = Readonly<Record<string, string>>;

/** What became of one row. */
export interface RowResult {
  readonly row: Row;
  readonly id: string;
  readonly isCreated: boolean;
  readonly error: string | null;
}

/** An ingest job from its opening to its results. */
export interface IngestJob {
  readonly id: string;
  readonly operation: Operation;
  readonly object: ObjectSchema;
  readonly externalIdFieldName: string | null;
  readonly form: CsvForm;
  readonly access: UserAccess;
  readonly createdDate: string;
  state: "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";
  csv: string | null;
  header: readonly string[];
  results: RowResult[];
  /** Rows that the job did not get to. */
  unprocessed: readonly Row[];
  errorMessage: string | null;
}

/** The job as the API prints it. */
export function printIngestJob(job: IngestJob, base: string, version: string): Record<string, unknown> {
  const failed = job.results.filter((result) => result.error !== null).length;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object.name,
    createdById: job.access.userId,
    createdDate: job.createdDate.replace("Z", "+0000"),
    systemModstamp: job.createdDate.replace("Z", "+0000"),
    state: job.state,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    apiVersion: Number(version),
    contentUrl: `${base.slice(1)}/jobs/ingest/${job.id}/batches`,
    lineEnding: job.form.lineEnding,
    columnDelimiter: job.form.columnDelimiter,
    jobType: "V2Ingest",
    numberRecordsProcessed: job.results.length,
    numberRecordsFailed: failed,
    retries: 0,
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
    ...(job.externalIdFieldName === null ? {} : { externalIdFieldName: job.externalIdFieldName }),
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}
