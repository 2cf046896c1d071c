/**
 * A run's progress as server-sent events: each step while this process carries the run out, the record
 * itself at the beginning and whenever it changes, until it ends.
 */
import type { Request, RequestHandler, Response } from "express";
import type { RunReport } from "../crm/readRunReports.ts";
import { readRunReport } from "../crm/readRunReports.ts";
import type { RunAtWork, RunEnd, RunStep } from "../runBoard.ts";
import { runPath } from "./apiSchemas.ts";
import { checked } from "./checked.ts";
import type { HttpParts } from "./httpParts.ts";
import { HttpProblem } from "./problem.ts";
import { existing, runDocument } from "./runRoutes.ts";

export function runEvents(parts: HttpParts): RequestHandler {
  let open = 0;
  return async (request, response) => {
    const { id } = checked("path", runPath, request.params);
    const report = await existing(parts, id);
    if (open >= parts.limits.streams)
      throw new HttpProblem(503, "TOO_MANY_STREAMS", `${open} streams are open already; ask for GET /v1/runs/${id}`);
    open += 1;
    response.on("close", () => (open -= 1));
    follow(parts, report, request, response);
  };
}

function follow(parts: HttpParts, first: RunReport, request: Request, response: Response): void {
  const { board, limits, log } = parts;
  const { id } = first;
  response.set({ "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
  response.flushHeaders();
  let shown = "";
  const show = (report: RunReport): void => {
    const document = JSON.stringify(runDocument(report));
    // A comment keeps proxies from closing a quiet stream.
    response.write(document === shown ? ": still here\n\n" : `event: run\ndata: ${document}\n\n`);
    shown = document;
    if (isOver(report)) response.end();
  };
  const look = (): void => {
    readRunReport(parts.org, id).then(
      (report) => (report === null ? response.end() : show(report)),
      (error: unknown) => log.warn("could not look at a run for its stream", { run: id, error: String(error) }),
    );
  };
  const tellStep = (run: RunAtWork, step: RunStep): void => {
    if (run.runId === id) response.write(`event: step\ndata: ${JSON.stringify(step)}\n\n`);
  };
  const tellEnd = (end: RunEnd): void => {
    if (end.runId === id) look();
  };
  const timer = setInterval(look, limits.streamPollMs);
  board.on("step", tellStep).on("end", tellEnd);
  response.on("close", () => {
    clearInterval(timer);
    board.off("step", tellStep).off("end", tellEnd);
  });
  request.on("error", () => response.end());
  for (const step of board.current?.runId === id ? board.current.steps : [])
    response.write(`event: step\ndata: ${JSON.stringify(step)}\n\n`);
  show(first);
}

function isOver({ status }: RunReport): boolean {
  return status !== "Requested" && status !== "Running";
}
