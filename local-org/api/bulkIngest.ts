import { Router, raw, type Request, type Response } from "express";
import { parse } from "csv-parse/sync";
import type { UserAccess } from "../access/userAccess.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import type { Org } from "../org.ts";
import type { WireValue } from "../records/parseValue.ts";
import { SalesforceError } from "../salesforceError.ts";
import { toSalesforceError } from "./apiError.ts";
import { csvLine } from "./csv.ts";
import { parseJson } from "./json.ts";
import { createRecord, removeRecord, updateRecord, upsertRecord, wireText, type WireRecord } from "./recordWrites.ts";
import { accessOf } from "./requestAccess.ts";

type Operation = "insert" | "update" | "upsert" | "delete";
type Row = Readonly<Record<string, string>>;

interface RowResult {
  readonly row: Row;
  readonly id: string;
  readonly isCreated: boolean;
  readonly error: string | null;
}

interface IngestJob {
  readonly id: string;
  readonly operation: Operation;
  readonly object: ObjectSchema;
  readonly externalIdFieldName: string | null;
  readonly lineEnding: string;
  readonly access: UserAccess;
  readonly createdDate: string;
  state: "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";
  csv: string | null;
  header: readonly string[];
  results: RowResult[];
  errorMessage: string | null;
}

const OPERATIONS: readonly string[] = ["insert", "update", "upsert", "delete"];
/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/upload_job_data.htm */
const MOST_BYTES = 150 * 1024 * 1024;
/** Rows that share one transaction; each has a savepoint of its own inside it. */
const CHUNK = 200;

function printJob(job: IngestJob, base: string, version: string): Record<string, unknown> {
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
    lineEnding: job.lineEnding,
    columnDelimiter: "COMMA",
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

function saveRow(org: Org, job: IngestJob, row: Row): { id: string; isCreated: boolean } {
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
  const saved = upsertRecord(org, job.access, job.object, field, wireText(key), rest);
  return { id: saved.id, isCreated: saved.created };
}

function attemptRow(org: Org, job: IngestJob, row: Row): RowResult {
  try {
    return { row, ...saveRow(org, job, row), error: null };
  } catch (error) {
    const { errorCode, message, fields } = toSalesforceError(error);
    return {
      row,
      id: row["Id"] ?? "",
      isCreated: false,
      error: `${errorCode}:${message}:${fields.length > 0 ? fields.join(",") : ""}--`,
    };
  }
}

function checkHeader(job: IngestJob): void {
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

/** Ingest jobs of one org: opened, filled, closed, worked off row by row. */
export class BulkIngests {
  readonly #org: Org;
  readonly #jobs = new Map<string, IngestJob>();

  constructor(org: Org) {
    this.#org = org;
  }

  #create(request: Request): IngestJob {
    const body = parseJson(String(request.body)) as Record<string, string | undefined>;
    const operation = body["operation"] ?? "";
    if (!OPERATIONS.includes(operation))
      throw new SalesforceError("INVALIDJOB", `operation "${operation}" is not one of ${OPERATIONS.join(", ")}`);
    const access = accessOf(request);
    const object = this.#org.store.object(body["object"] ?? "");
    if (!access.can("read", object))
      throw new SalesforceError("INVALIDENTITY", `Entity '${object.name}' is not supported by the Bulk API.`);
    const job: IngestJob = {
      id: `7505${String(this.#jobs.size + 1).padStart(11, "0")}AAA`,
      operation: operation as Operation,
      object,
      access,
      externalIdFieldName: body["externalIdFieldName"] ?? null,
      lineEnding: body["lineEnding"] ?? "LF",
      createdDate: this.#org.clock.stamp(),
      state: "Open",
      csv: null,
      header: [],
      results: [],
      errorMessage: null,
    };
    this.#jobs.set(job.id, job);
    return job;
  }

  #work(job: IngestJob): void {
    if (job.state !== "UploadComplete") return;
    job.state = "InProgress";
    try {
      const rows = parse<Row>(job.csv ?? "", {
        columns: true,
        bom: true,
        skip_empty_lines: true,
        relax_column_count: false,
      });
      job.header = Object.keys(rows[0] ?? {});
      checkHeader(job);
      for (let at = 0; at < rows.length; at += CHUNK)
        this.#org.store.transact(() =>
          rows.slice(at, at + CHUNK).forEach((row) => job.results.push(attemptRow(this.#org, job, row))),
        );
      job.state = "JobComplete";
    } catch (error) {
      job.state = "Failed";
      job.errorMessage =
        error instanceof SalesforceError ? error.message : `InvalidBatch : ${(error as Error).message}`;
    }
  }

  #find(request: Request): IngestJob {
    const job = this.#jobs.get(String(request.params["id"]));
    if (!job) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    return job;
  }

  #upload(request: Request, response: Response): void {
    const job = this.#find(request);
    if (job.csv !== null)
      throw new SalesforceError(
        "INVALIDJOBSTATE",
        `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
      );
    if (job.state !== "Open")
      throw new SalesforceError("INVALIDJOBSTATE", `Job ${job.id} is ${job.state}: no more data can be added`);
    job.csv = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
    response.status(201).end();
  }

  #setState(request: Request): IngestJob {
    const job = this.#find(request);
    const { state } = parseJson(String(request.body)) as { state?: string };
    if (state !== "UploadComplete" && state !== "Aborted")
      throw new SalesforceError("INVALIDJOBSTATE", `state must be UploadComplete or Aborted, not ${String(state)}`);
    if (job.state !== "Open")
      throw new SalesforceError("INVALIDJOBSTATE", `Job ${job.id} is ${job.state} and cannot be changed to ${state}`);
    job.state = state;
    if (state === "UploadComplete") setImmediate(() => this.#work(job));
    return job;
  }

  #sendRows(
    response: Response,
    job: IngestJob,
    head: readonly string[],
    results: readonly RowResult[],
    cells: (result: RowResult) => string[],
  ): void {
    const lines = results.map((result) =>
      csvLine([...cells(result), ...job.header.map((name) => result.row[name] ?? "")]),
    );
    response
      .status(200)
      .set({ "Content-Type": "text/csv", "Sforce-NumberOfRecords": String(results.length) })
      .send(csvLine([...head, ...job.header]) + lines.join(""));
  }

  /** `/jobs/ingest…` */
  routes(): Router {
    const router = Router({ mergeParams: true });
    const print = (request: Request, job: IngestJob): unknown => {
      const version = String(request.params["version"]);
      return printJob(job, `/services/data/v${version}`, version);
    };
    router.post("/", (request, response) => void response.status(200).json(print(request, this.#create(request))));
    router.get(
      "/",
      (request, response) =>
        void response.json({
          done: true,
          nextRecordsUrl: null,
          records: [...this.#jobs.values()].map((job) => print(request, job)),
        }),
    );
    router.get("/:id", (request, response) => void response.json(print(request, this.#find(request))));
    router.put("/:id/batches", raw({ type: () => true, limit: MOST_BYTES }), (request, response) =>
      this.#upload(request, response),
    );
    router.patch("/:id", (request, response) => void response.json(print(request, this.#setState(request))));
    router.delete("/:id", (request, response) => {
      this.#jobs.delete(this.#find(request).id);
      response.status(204).end();
    });
    router.get("/:id/successfulResults", (request, response) => {
      const job = this.#find(request);
      this.#sendRows(
        response,
        job,
        ["sf__Id", "sf__Created"],
        job.results.filter((r) => r.error === null),
        (r) => [r.id, String(r.isCreated)],
      );
    });
    router.get("/:id/failedResults", (request, response) => {
      const job = this.#find(request);
      this.#sendRows(
        response,
        job,
        ["sf__Id", "sf__Error"],
        job.results.filter((r) => r.error !== null),
        (r) => [r.id, r.error ?? ""],
      );
    });
    router.get("/:id/unprocessedrecords", (request, response) => {
      const job = this.#find(request);
      const header = csvLine(job.header);
      response
        .status(200)
        .type("text/csv")
        .send(job.state === "Failed" && job.results.length === 0 ? (job.csv ?? header) : header);
    });
    return router;
  }
}
