import { createGzip } from "node:zlib";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Router, type Request, type Response } from "express";
import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";
import { type CsvForm, csvForm, csvLine, delimiterOf, lineEndOf } from "./csv.ts";
import { parseJson } from "./json.ts";
import { streamCells } from "./queries.ts";
import { Spool } from "./spool.ts";
import { toSalesforceError } from "./apiError.ts";
import { accessOf } from "./requestAccess.ts";

const PAGES_AT_ONCE = 5;

function locatorOf(row: number): string {
  return Buffer.from(String(row)).toString("base64url");
}

interface QueryDefinition {
  readonly operation?: string;
  readonly query?: string;
  readonly columnDelimiter?: string;
  readonly lineEnding?: string;
}

interface QueryJob {
  readonly id: string;
  readonly operation: "query" | "queryAll";
  readonly soql: string;
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly header: readonly string[];
  readonly form: CsvForm;
  state: "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";
  errorMessage: string | null;
  spool: Spool | null;
}

function printJob(job: QueryJob, version: string): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: job.createdDate.replace("Z", "+0000"),
    systemModstamp: job.createdDate.replace("Z", "+0000"),
    state: job.state,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    apiVersion: Number(version),
    jobType: "V2Query",
    lineEnding: job.form.lineEnding,
    columnDelimiter: job.form.columnDelimiter,
    numberRecordsProcessed: job.state === "JobComplete" ? (job.spool?.rows ?? 0) : 0,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: true,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

/** A job that has not run yet never will. */
function remove(job: QueryJob): void {
  if (job.state === "UploadComplete") job.state = "Aborted";
  job.spool?.remove();
}

/** Query jobs of one org: made, run, read page by page, deleted. */
export class BulkQueries {
  readonly #org: Org;
  readonly #jobs = new Map<string, QueryJob>();
  readonly #pageSize: number;

  constructor(org: Org, pageSize: number) {
    this.#org = org;
    this.#pageSize = pageSize;
  }

  close(): void {
    for (const job of this.#jobs.values()) remove(job);
  }

  #create(access: UserAccess, body: QueryDefinition): QueryJob {
    if (body.operation !== "query" && body.operation !== "queryAll")
      throw new SalesforceError("INVALIDJOB", "operation must be query or queryAll");
    const form = csvForm(body);
    const { object, header, rows } = streamCells(this.#org, access, body.query ?? "", body.operation === "queryAll");
    const job: QueryJob = {
      id: `750${String(this.#jobs.size + 1).padStart(12, "0")}AAA`,
      operation: body.operation,
      soql: body.query ?? "",
      object,
      header,
      form,
      createdById: access.userId,
      createdDate: this.#org.clock.stamp(),
      state: "UploadComplete",
      errorMessage: null,
      spool: null,
    };
    this.#jobs.set(job.id, job);
    setImmediate(() => this.#run(job, rows));
    return job;
  }

  #run(job: QueryJob, rows: () => Iterable<readonly string[]>): void {
    if (job.state !== "UploadComplete") return;
    job.state = "InProgress";
    const spool = new Spool();
    const [delimiter, lineEnd] = [delimiterOf(job.form), lineEndOf(job.form)];
    try {
      for (const cells of rows()) spool.add(csvLine(cells, delimiter, lineEnd));
      spool.finish();
      job.spool = spool;
      job.state = "JobComplete";
    } catch (error) {
      spool.remove();
      job.state = "Failed";
      job.errorMessage = toSalesforceError(error).message;
    }
  }

  #find(request: Request): QueryJob {
    const job =
      this.#jobs.get(String(request.params["id"])) ??
      [...this.#jobs.values()].find((j) => j.id.startsWith(String(request.params["id"])));
    if (!job) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    return job;
  }

  /** Up to five addresses of result pages an answer. https://developer.salesforce.com/docs/platform/api-asynch/guide/query-get-parallel-job-results.html */
  #resultPages(request: Request, response: Response): void {
    const job = this.#find(request);
    if (job.state !== "JobComplete" || !job.spool)
      throw new SalesforceError("INVALIDJOBSTATE", `Job ${job.id} is ${job.state}: results are not available`);
    const first = Number(request.query["locator"] ?? 0);
    const starts = Array.from({ length: PAGES_AT_ONCE }, (_, page) => first + page * this.#pageSize);
    const next = first + PAGES_AT_ONCE * this.#pageSize;
    const path = `/services/data/v${String(request.params["version"])}/jobs/query/${job.id}`;
    const isDone = next >= job.spool.rows;
    response.json({
      resultPages: starts
        .filter((start) => start === 0 || start < job.spool!.rows)
        .map((start) => ({ resultUrl: `${path}/results${start === 0 ? "" : `?locator=${locatorOf(start)}`}` })),
      nextRecordsUrl: isDone ? null : `${path}/resultPages?locator=${next}`,
      done: isDone,
    });
  }

  async #results(request: Request, response: Response): Promise<void> {
    const job = this.#find(request);
    if (job.state !== "JobComplete" || !job.spool)
      throw new SalesforceError("INVALIDJOBSTATE", `Job ${job.id} is ${job.state}: results are not available`);
    const locator = request.query["locator"] as string | undefined;
    const first = locator === undefined ? 0 : Number(Buffer.from(locator, "base64url").toString());
    if (!Number.isInteger(first) || first < 0 || (first > 0 && first >= job.spool.rows))
      throw new SalesforceError("INVALID_QUERY_LOCATOR", "invalid query locator");
    const asked = Number(request.query["maxRecords"] ?? this.#pageSize);
    const count = Math.min(asked > 0 ? asked : this.#pageSize, this.#pageSize, job.spool.rows - first);
    const next = first + count;
    response.status(200).set({
      "Content-Type": "text/csv",
      "Sforce-NumberOfRecords": String(count),
      "Sforce-Locator": next < job.spool.rows ? locatorOf(next) : "null",
    });
    await this.#send(request, response, job, job.spool.read(first, count));
  }

  async #send(request: Request, response: Response, job: QueryJob, rows: Readable | null): Promise<void> {
    const body = new PassThrough();
    const isGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    if (isGzip) response.set("Content-Encoding", "gzip");
    const sent = isGzip ? pipeline(body, createGzip({ level: 1 }), response) : pipeline(body, response);
    body.write(csvLine(job.header, delimiterOf(job.form), lineEndOf(job.form)));
    if (rows) rows.pipe(body);
    else body.end();
    await sent;
  }

  /** `/jobs/query…` */
  routes(): Router {
    const router = Router({ mergeParams: true });
    const version = (request: Request): string => String(request.params["version"]);
    router.post("/", (request, response) => {
      const job = this.#create(accessOf(request), parseJson(String(request.body)) as QueryDefinition);
      response.status(200).json(printJob(job, version(request)));
    });
    router.get("/", (request, response) => {
      response.json({
        done: true,
        nextRecordsUrl: null,
        records: [...this.#jobs.values()].map((job) => printJob(job, version(request))),
      });
    });
    router.get("/:id", (request, response) => void response.json(printJob(this.#find(request), version(request))));
    router.patch("/:id", (request, response) => {
      const job = this.#find(request);
      if (job.state === "UploadComplete" || job.state === "InProgress") job.state = "Aborted";
      response.json(printJob(job, version(request)));
    });
    router.delete("/:id", (request, response) => {
      const job = this.#find(request);
      remove(job);
      this.#jobs.delete(job.id);
      response.status(204).end();
    });
    router.get("/:id/resultPages", (request, response) => this.#resultPages(request, response));
    router.get("/:id/results", (request, response) => this.#results(request, response));
    return router;
  }
}
