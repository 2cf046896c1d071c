import { ENDPOINTS, type Endpoint } from "./endpoint.ts";
import type { Break, Effect, Fault } from "./fault.ts";

export const API = ENDPOINTS.filter((name) => name !== "token");
export const QUERIES: readonly Endpoint[] = ["query", "queryMore", "bulkQueryCreate"];
export const JOBS: readonly Endpoint[] = [
  "bulkQueryPoll",
  "bulkQueryResults",
  "ingestUpload",
  "ingestClose",
  "ingestPoll",
  "ingestResults",
];
export const WRITES: readonly Endpoint[] = [
  "ingestCreate",
  "ingestUpload",
  "ingestClose",
  "collections",
  "composite",
  "sobjectCreate",
  "sobjectUpdate",
];
export const ROWS: readonly Endpoint[] = ["ingestClose", "collections", "composite", "sobjectCreate", "sobjectUpdate"];
export const BODIES = API.filter((name) => !["ingestUpload", "sobjectUpdate", "other"].includes(name));

export function fault(about: string, endpoints: readonly Endpoint[], effect: Effect): Fault {
  return { about, endpoints, effect };
}

/** An error as the REST API words it. */
export function rest(
  about: string,
  endpoints: readonly Endpoint[],
  status: number,
  code: string,
  message: string,
): Fault {
  const headers: Record<string, string> = status === 401 ? { "www-authenticate": "Token" } : {};
  const body = JSON.stringify([{ message, errorCode: code }]);
  return fault(about, endpoints, { kind: "answer", status, body, type: "application/json;charset=UTF-8", headers });
}

export function oauth(about: string, status: number, error: string, description: string): Fault {
  const body = JSON.stringify({ error, error_description: description });
  return fault(about, ["token"], { kind: "answer", status, body, type: "application/json;charset=UTF-8" });
}

export function page(about: string, endpoints: readonly Endpoint[], status: number, body: string): Fault {
  return fault(about, endpoints, { kind: "answer", status, body, type: "text/html;charset=UTF-8" });
}

export function row(about: string, code: string, message: string): Fault {
  return fault(about, ROWS, { kind: "row", code, message });
}

export function cut(about: string, by: Break | "silence", framing: "length" | "chunked"): Fault {
  return fault(about, BODIES, { kind: "cut", by, framing });
}

export const HTML = "<html><head><title>Down for maintenance</title></head><body><h1>We'll be back</h1></body></html>";
