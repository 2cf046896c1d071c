/** Errors of the HTTP API, as problem documents (RFC 9457): what is wrong, where, and what to do. */
import type { ErrorRequestHandler, RequestHandler } from "express";
import { CrmError, RestError } from "../crm/errors.ts";
import type { Log } from "../logger.ts";
import { RunLockedError, UsageError } from "../run/runErrors.ts";
import { requestIdOf } from "./requestId.ts";

export interface Fault {
  /** Where: `query.limit`, `body.partner`. */
  readonly at: string;
  readonly message: string;
}

export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];

  constructor(status: number, code: string, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

export const unknownRoute: RequestHandler = (request) => {
  throw new HttpProblem(404, "NOT_FOUND", `There is no ${request.method} ${request.path}; /openapi.json lists what is`);
};

/** The last handler: every error becomes a problem document; only unexpected ones are logged whole. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    const requestId = requestIdOf(response);
    if (problem.status >= 500)
      log.error("request failed", { requestId, method: request.method, code: problem.code, error: String(error) });
    response
      .status(problem.status)
      .type("application/problem+json")
      .send(
        JSON.stringify({
          type: "about:blank",
          title: problem.code,
          status: problem.status,
          detail: problem.message,
          code: problem.code,
          requestId,
          ...(problem.faults.length > 0 ? { faults: problem.faults } : {}),
        }),
      );
  };
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof UsageError) return new HttpProblem(400, error.code, error.message);
  if (error instanceof RunLockedError) return new HttpProblem(409, error.code, error.message);
  if (error instanceof CrmError) return new HttpProblem(statusOfCrm(error), error.code, error.message);
  return (
    parserProblem(error) ??
    new HttpProblem(500, "UNEXPECTED", "Something went wrong here; the log has it under the request's id")
  );
}

function statusOfCrm(error: CrmError): number {
  if (error instanceof RestError) return 502;
  return { 1: 502, 2: 500, 5: 503, 6: 409, 7: 503 }[error.exitCode];
}

/** Express's own parsers throw errors with a status: a body that is no JSON, one too large. */
function parserProblem(error: unknown): HttpProblem | null {
  const { status, type, message } = error as { status?: unknown; type?: unknown; message?: unknown };
  if (typeof status !== "number" || status < 400 || status > 499) return null;
  const code = typeof type === "string" ? type.replaceAll(".", "_").toUpperCase() : "BAD_REQUEST";
  const isMute = code === "BAD_REQUEST" && message === "Bad Request";
  return new HttpProblem(status, code, isMute ? "The body is not packed as its headers say" : String(message));
}
