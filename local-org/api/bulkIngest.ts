import { parse } from "csv-parse/sync";
import { Router, raw, type Request, type Response } from "express";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";
import { csvForm, csvLine, delimiterOf, lineEndOf } from "./csv.ts";
import { type IngestJob, type Operation, printIngestJob, type Row, type RowResult } from "./ingestJob.ts";
import { checkHeader, ingestRow, refusedRow } from "./ingestRow.ts";
import { parseJson } from "./json.ts";
import { accessOf } from "./requestAccess.ts";

const OPERATIONS: readonly string[] = ["insert", "update", "upsert", "delete"];
/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/upload_job_data.htm */
const MOST_BYTES = 150 * 1024 * 1024;
/** Rows that share one transaction; each has a savepoint of its own inside it. */
const CHUNK = 200;

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
    if (operation === "hardDelete")
      throw new SalesforceError(
        "FEATURENOTENABLED",
        "hardDelete operation requires special user profile permission, please contact your system administrator",
      );
    if (!OPERATIONS.includes(operation))
      throw new SalesforceError("INVALIDJOB", `operation "${operation}" is not one of ${OPERATIONS.join(", ")}`);
    const access = accessOf(request);
    const object = this.#org.store.object(body["object"] ?? "");
    if (!access.can("read", object))
      throw new SalesforceError("INVALIDENTITY", `Entity '${object.name}' is not supported by the Bulk API.`);
    if (operation === "upsert" && !body["externalIdFieldName"])
      throw new SalesforceError(
        "INVALIDJOB",
        `External ID was blank for ${object.name}. An External ID must be specified for upsert.`,
      );
    const job: IngestJob = {
      id: `7505${String(this.#jobs.size + 1).padStart(11, "0")}AAA`,
      operation: operation as Operation,
      object,
      access,
      externalIdFieldName: body["externalIdFieldName"] ?? null,
      form: csvForm(body),
      createdDate: this.#org.clock.stamp(),
      state: "Open",
      csv: null,
      header: [],
      results: [],
      unprocessed: [],
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
        delimiter: delimiterOf(job.form),
        skip_empty_lines: true,
        relax_column_count: false,
      });
      job.header = Object.keys(rows[0] ?? {});
      job.unprocessed = rows;
      checkHeader(job);
      const end = this.#org.interference.ingestEnd(job.id);
      const most = end === null ? rows.length : Math.min(end.afterRows ?? rows.length >> 1, rows.length);
      for (let at = 0; at < most; at += CHUNK) this.#workOn(job, rows.slice(at, Math.min(at + CHUNK, most)));
      job.unprocessed = rows.slice(most);
      if (end !== null) throw new SalesforceError("InvalidBatch", end.message);
      job.state = "JobComplete";
    } catch (error) {
      job.state = "Failed";
      job.errorMessage =
        error instanceof SalesforceError ? error.message : `InvalidBatch : ${(error as Error).message}`;
    }
  }

  #workOn(job: IngestJob, rows: readonly Row[]): void {
    const keys = rows.map((row) => row[job.externalIdFieldName ?? "Id"] ?? JSON.stringify(row));
    const together = this.#org.interference.refuseTogether(job.object.name, keys);
    this.#org.store.transact(() =>
      rows.forEach((row) => job.results.push(together ? refusedRow(row, together) : ingestRow(this.#org, job, row))),
    );
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
    const line = (cellsOfLine: readonly string[]): string =>
      csvLine(cellsOfLine, delimiterOf(job.form), lineEndOf(job.form));
    const lines = results.map((result) =>
      line([...cells(result), ...job.header.map((name) => result.row[name] ?? "")]),
    );
    response
      .status(200)
      .set({ "Content-Type": "text/csv", "Sforce-NumberOfRecords": String(results.length) })
      .send(line([...head, ...job.header]) + lines.join(""));
  }

  /** `/jobs/ingest…` */
  routes(): Router {
    const router = Router({ mergeParams: true });
    const print = (request: Request, job: IngestJob): unknown => {
      const version = String(request.params["version"]);
      return printIngestJob(job, `/services/data/v${version}`, version);
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
      const line = (cells: readonly string[]): string => csvLine(cells, delimiterOf(job.form), lineEndOf(job.form));
      const lines = job.unprocessed.map((row) => line(job.header.map((name) => row[name] ?? "")));
      const isUnread = job.state === "Failed" && job.results.length === 0;
      response
        .status(200)
        .set({ "Content-Type": "text/csv", "Sforce-NumberOfRecords": String(lines.length) })
        .send(isUnread ? (job.csv ?? "") : line(job.header) + lines.join(""));
    });
    return router;
  }
}
