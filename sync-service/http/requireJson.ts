/** A body of another type would be passed over, and a request for one partner be taken for one of all. */
import type { RequestHandler } from "express";
import { HttpProblem } from "./problem.ts";

export const requireJson: RequestHandler = (request, _response, next) => {
  const hasBody = Number(request.get("content-length") ?? 0) > 0 || request.get("transfer-encoding") !== undefined;
  if (hasBody && request.is("application/json") === false)
    throw new HttpProblem(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Send the body as JSON, with the header `Content-Type: application/json`",
    );
  next();
};
