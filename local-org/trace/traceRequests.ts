import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { SalesforceError } from "../salesforceError.ts";
import type { RequestTrace, Tracer } from "./tracer.ts";

/** A request with this header is traced … */
const ASK = "x-local-org-trace";
/** … and its answer says under which id. */
const ID = "X-Local-Org-Trace-Id";
const MOST_ANSWER = 64 * 1024;

function bodyOf(text: unknown): unknown {
  if (typeof text !== "string" || text.length > MOST_ANSWER) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Follows the requests that ask for it. */
export function traceRequests(tracer: Tracer): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if (request.headers[ASK] === undefined) {
      next();
      return;
    }
    const { method, path } = request;
    const trace: RequestTrace = { id: randomUUID(), method, path, writes: [], answer: null };
    response.set(ID, trace.id);
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      trace.answer = { status: response.statusCode, body: bodyOf(body) };
      return send(body);
    };
    response.on("finish", () => (trace.answer ??= { status: response.statusCode, body: null }));
    tracer.follow(trace, next);
  };
}

/** GET /local-org/trace/{id} */
export function showTrace(tracer: Tracer): (request: Request, response: Response) => void {
  return (request, response) => {
    const trace = tracer.find(String(request.params["id"]));
    if (!trace) throw new SalesforceError("NOT_FOUND", "((there is no such trace, or no longer))", { status: 404 });
    response.json(trace);
  };
}
