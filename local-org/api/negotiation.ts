import type { NextFunction, Request, Response } from "express";
import { SalesforceError } from "../salesforceError.ts";

/** Data of bulk jobs and archives have types of their own, which their endpoints know. */
const OTHER_BODIES = /^\/(?:jobs\/ingest\/[^/]+\/batches|metadata\/)/i;

/** `text/xml; charset=UTF-8, application/json;q=0.5` as types alone. */
function typesOf(header: string | undefined): string[] {
  return (header ?? "")
    .split(",")
    .map((part) => part.split(";")[0]!.trim().toLowerCase())
    .filter(Boolean);
}

/** XML only: the platform can give it, the local org cannot. Unknown types get JSON, as on the platform. */
function wantsXml(accept: string | undefined): boolean {
  const types = typesOf(accept);
  const takesMore = types.some((type) => /^\*\/\*$|^application\/\*$|json$|csv$/.test(type));
  return !takesMore && types.some((type) => type.endsWith("xml"));
}

function hasBody({ headers }: Request): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * JSON comes in and goes out: 406 for answers in XML, 415 for bodies that are no JSON.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_resources.htm
 */
export function negotiate(request: Request, _response: Response, next: NextFunction): void {
  if (wantsXml(request.headers.accept))
    throw new SalesforceError(
      "FUNCTIONALITY_NOT_ENABLED",
      "((answers in XML are not supported by the local org: accept application/json))",
      { status: 406 },
    );
  const [type = "application/json"] = typesOf(request.headers["content-type"]);
  if (hasBody(request) && !OTHER_BODIES.test(request.path) && !type.endsWith("json"))
    throw new SalesforceError(
      "UNSUPPORTED_MEDIA_TYPE",
      `The Content-Type ${type} is not supported for this request ((send application/json))`,
      { status: 415 },
    );
  next();
}
