/** Runs over HTTP. The org is the queue: a run asked for here is a Requested record like any other. */
import { Router } from "express";
import { type RunReport, readRunReport, readRunReports } from "../crm/readRunReports.ts";
import { createRun } from "../crm/runRecord.ts";
import { findPartner } from "../run/findPartner.ts";
import { runListQuery, runPath, runRequestBody } from "./apiSchemas.ts";
import { checked } from "./checked.ts";
import type { HttpParts } from "./httpParts.ts";
import { partnerProblem } from "./partnerProblem.ts";
import { HttpProblem } from "./problem.ts";
import { runEvents } from "./runEvents.ts";

export function runRoutes(parts: HttpParts): Router {
  const { org } = parts;
  const router = Router();
  router.get("/", async (request, response) => {
    const { status, limit } = checked("query", runListQuery, request.query);
    const reports = await readRunReports(org, { status: status ?? null, limit });
    response.json({ runs: reports.map(runDocument) });
  });
  router.post("/", async (request, response) => {
    const { partner } = checked("body", runRequestBody, request.body ?? {});
    const partnerId = partner === undefined ? null : (await findPartner(org, partner).catch(partnerProblem)).id;
    const id = await createRun(org, { status: "Requested", mode: "On Demand", partnerId });
    response
      .status(202)
      .location(`/v1/runs/${id}`)
      .json(runDocument(await existing(parts, id)));
  });
  router.get("/:id", async (request, response) => {
    const { id } = checked("path", runPath, request.params);
    response.json(runDocument(await existing(parts, id)));
  });
  router.get("/:id/events", runEvents(parts));
  return router;
}

/** @throws HttpProblem 404 */
export async function existing({ org }: HttpParts, id: string): Promise<RunReport> {
  const report = await readRunReport(org, id);
  if (report === null) throw new HttpProblem(404, "NOT_FOUND", `No run has the id ${id}`);
  return report;
}

/** A run as the API shows it: instants in ISO 8601, UTC. */
export function runDocument(report: RunReport): object {
  const { requestedAt, startedAt, heartbeatAt, finishedAt } = report;
  return {
    ...report,
    requestedAt: iso(requestedAt),
    startedAt: iso(startedAt),
    heartbeatAt: iso(heartbeatAt),
    finishedAt: iso(finishedAt),
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
