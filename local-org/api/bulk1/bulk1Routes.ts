import { Router, text, type NextFunction, type Request, type Response } from "express";
import type { UserAccess } from "../../access/userAccess.ts";
import { readXml, textOf, XmlError } from "../../metadata/readXml.ts";
import type { Org } from "../../org.ts";
import { SalesforceError } from "../../salesforceError.ts";
import { toSalesforceError } from "../apiError.ts";
import { csvLine } from "../csv.ts";
import type { Sessions } from "../sessions.ts";
import { type Batch, type Bulk1Job, printBatch, printJob, printXml, printXmlList } from "./bulk1Job.ts";
import { runBatch } from "./runBatch.ts";

const OPERATIONS: readonly string[] = ["insert", "update", "upsert", "delete", "query", "queryAll"];
const MOST_BYTES = "10mb";

/** Jobs of Bulk API 1 with XML envelopes and CSV data, as `jsforce`'s `bulk` asks for them. */
export class Bulk1 {
  readonly #org: Org;
  readonly #sessions: Sessions;
  readonly #jobs = new Map<string, Bulk1Job>();
  #batches = 0;

  constructor(org: Org, sessions: Sessions) {
    this.#org = org;
    this.#sessions = sessions;
  }

  #access(request: Request): UserAccess {
    try {
      return this.#sessions.authenticate(`Bearer ${request.get("X-SFDC-SESSION") ?? ""}`);
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      throw new SalesforceError("InvalidSessionId", "Invalid session id");
    }
  }

  #create(request: Request): Bulk1Job {
    const access = this.#access(request);
    const { root } = readXml(String(request.body));
    const operation = textOf(root, "operation") ?? "";
    if (!OPERATIONS.includes(operation)) throw new SalesforceError("InvalidJob", `Unable to parse Job: ${operation}`);
    if (textOf(root, "contentType") !== "CSV")
      throw new SalesforceError("InvalidJob", "((content types but CSV are not supported by the local org))");
    const object = this.#org.store.object(textOf(root, "object") ?? "");
    if (!access.can("read", object))
      throw new SalesforceError("InvalidEntity", `Entity '${object.name}' is not supported by the Bulk API.`);
    const job: Bulk1Job = {
      id: `7501${String(this.#jobs.size + 1).padStart(11, "0")}AAA`,
      operation: operation as Bulk1Job["operation"],
      object,
      access,
      externalIdFieldName: textOf(root, "externalIdFieldName"),
      createdDate: this.#org.clock.stamp(),
      apiVersion: String(request.params["version"]),
      state: "Open",
      batches: [],
    };
    this.#jobs.set(job.id, job);
    return job;
  }

  /** The caller's own job. */
  #find(request: Request): Bulk1Job {
    const { userId } = this.#access(request);
    const job = this.#jobs.get(String(request.params["id"]));
    if (!job || job.access.userId !== userId) throw new SalesforceError("InvalidJob", "Invalid job id");
    return job;
  }

  #findBatch(request: Request): { job: Bulk1Job; batch: Batch } {
    const job = this.#find(request);
    const batch = job.batches.find(({ id }) => id === request.params["batch"]);
    if (!batch) throw new SalesforceError("InvalidBatch", "Invalid batch id");
    return { job, batch };
  }

  #setState(request: Request): Bulk1Job {
    const job = this.#find(request);
    const state = textOf(readXml(String(request.body)).root, "state");
    if (state !== "Closed" && state !== "Aborted") throw new SalesforceError("InvalidJob", `Invalid state: ${state}`);
    if (job.state === "Aborted") throw new SalesforceError("InvalidJobState", "Job has been aborted");
    job.state = state;
    return job;
  }

  #addBatch(request: Request): { job: Bulk1Job; batch: Batch } {
    const job = this.#find(request);
    if (job.state !== "Open") throw new SalesforceError("InvalidJobState", `Job is in ${job.state} state`);
    const body = typeof request.body === "string" ? request.body : "";
    if (body.trim() === "") throw new SalesforceError("ClientInputError", "Request body is empty");
    this.#batches += 1;
    const batch: Batch = {
      id: `7511${String(this.#batches).padStart(11, "0")}AAA`,
      body,
      createdDate: this.#org.clock.stamp(),
      state: "Queued",
      stateMessage: null,
      results: [],
      csv: null,
    };
    job.batches.push(batch);
    setImmediate(() => runBatch(this.#org, job, batch));
    return { job, batch };
  }

  #sendResults({ job, batch }: { job: Bulk1Job; batch: Batch }, response: Response): void {
    if (batch.state !== "Completed") throw new SalesforceError("InvalidBatch", `Batch is ${batch.state}`);
    if (batch.csv !== null) response.type("xml").send(printXml("result-list", { result: `752${batch.id.slice(3)}` }));
    else if (job.operation !== "query")
      response
        .type("text/csv")
        .send(
          csvLine(["Id", "Success", "Created", "Error"]) +
            batch.results
              .map(({ id, error, isCreated }) => csvLine([id, String(error === null), String(isCreated), error ?? ""]))
              .join(""),
        );
  }

  /** `/services/async/XX.X/job…` */
  routes(): Router {
    const router = Router({ mergeParams: true });
    router.use(text({ type: () => true, limit: MOST_BYTES }));
    router.post("/job", (request, response) => sendXml(response, printJob(this.#create(request)), 201));
    router.get("/job/:id", (request, response) => sendXml(response, printJob(this.#find(request))));
    router.post("/job/:id", (request, response) => sendXml(response, printJob(this.#setState(request))));
    router.post("/job/:id/batch", (request, response) => {
      const { job, batch } = this.#addBatch(request);
      sendXml(response, printBatch(job, batch), 201);
    });
    router.get("/job/:id/batch", (request, response) => {
      const job = this.#find(request);
      const batches = job.batches.map((batch) => printBatch(job, batch));
      sendXml(response, printXmlList("batchInfoList", batches));
    });
    router.get("/job/:id/batch/:batch", (request, response) => {
      const { job, batch } = this.#findBatch(request);
      sendXml(response, printBatch(job, batch));
    });
    router.get("/job/:id/batch/:batch/request", (request, response) => {
      response.type("text/csv").send(this.#findBatch(request).batch.body);
    });
    router.get("/job/:id/batch/:batch/result", (request, response) =>
      this.#sendResults(this.#findBatch(request), response),
    );
    router.get("/job/:id/batch/:batch/result/:result", (request, response) => {
      response.type("text/csv").send(this.#findBatch(request).batch.csv ?? "");
    });
    router.use(() => {
      throw new SalesforceError("InvalidUrl", "Destination URL not valid");
    });
    router.use(sendFault);
    return router;
  }
}

function sendXml(response: Response, xml: string, status = 200): void {
  response.status(status).type("application/xml").send(xml);
}

/** Errors of this API are XML and mostly 400, a lost session too. */
function sendFault(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const fault = error instanceof XmlError ? new SalesforceError("InvalidJob", error.message) : toSalesforceError(error);
  const members = { exceptionCode: fault.errorCode, exceptionMessage: fault.message };
  sendXml(response, printXml("error", members), fault.status === 500 ? 500 : 400);
}
