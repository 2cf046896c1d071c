import type { Request, Response, NextFunction } from "express";
import { SalesforceError } from "../salesforceError.ts";

interface ErrorBody {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** The list of errors that the REST API answers with: several where a record is at fault for several things. */
export function errorBodies(error: SalesforceError): ErrorBody[] {
  return error.all.map(errorBody);
}

/** One error as the REST API writes it; `fields` only where a record was at fault. */
function errorBody(error: SalesforceError): ErrorBody {
  const body = { message: error.message, errorCode: error.errorCode };
  return error.status === 400 && !QUERY_ERRORS.has(error.errorCode) ? { ...body, fields: error.fields } : body;
}

const QUERY_ERRORS = new Set([
  "MALFORMED_QUERY",
  "INVALID_FIELD",
  "INVALID_TYPE",
  "INVALID_QUERY_LOCATOR",
  "JSON_PARSER_ERROR",
  "FUNCTIONALITY_NOT_ENABLED",
]);

/** Anything thrown becomes the platform's error list; what is no SalesforceError is a fault of the local org itself. */
export function toSalesforceError(error: unknown): SalesforceError {
  if (error instanceof SalesforceError) return error;
  if (error instanceof SyntaxError) return new SalesforceError("JSON_PARSER_ERROR", error.message);
  return new SalesforceError(
    "UNKNOWN_EXCEPTION",
    `An unexpected error occurred. ((${error instanceof Error ? (error.stack ?? error.message) : String(error)}))`,
    { status: 500 },
  );
}

/**
 * Does the work once the request is here as a whole. Who is answered while still sending may take that for a broken
 * connection: undici does, and jsforce then reports "fetch failed" where it should renew its session.
 */
export function onceReceived(request: Request, work: () => void): void {
  if (request.complete) work();
  else request.once("end", work).resume();
}

/** Express's last stop for errors. */
export function sendError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const fault = toSalesforceError(error);
  if (fault.status === 401) response.setHeader("WWW-Authenticate", "Token");
  onceReceived(request, () => response.status(fault.status).json(errorBodies(fault)));
}
