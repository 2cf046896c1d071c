/** Each request has an id, in its answer and in every log line about it; a caller's own is kept. */
import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";

const acceptable = /^[\w.:-]{1,64}$/;

export const giveRequestId: RequestHandler = (request, response, next) => {
  const own = request.get("x-request-id");
  // Anything else could forge log lines.
  const id = own !== undefined && acceptable.test(own) ? own : randomUUID();
  response.locals.requestId = id;
  response.set("x-request-id", id);
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}
