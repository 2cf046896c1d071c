import { createHash } from "node:crypto";
import type { ApiRequest, ApiResponse } from "../route.ts";

/** 32 hexadecimal digits that change whenever the content does. */
export function eTagOf(content: unknown): string {
  return createHash("md5").update(JSON.stringify(content)).digest("hex");
}

/** An answer with its eTag in the header; 304 without a body where the client has that content already. */
export function answerTagged(request: ApiRequest, body: { readonly eTag: string }): ApiResponse {
  const headers = { ETag: `"${body.eTag}"` };
  const known = String(request.headers["if-none-match"] ?? "").split(/\s*,\s*/);
  return known.includes(headers.ETag) ? { status: 304, headers } : { status: 200, body, headers };
}
