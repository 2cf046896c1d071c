import { SalesforceError } from "../salesforceError.ts";
import { errorBodies, toSalesforceError } from "./apiError.ts";
import type { ApiRequest, ApiResponse, RouteTable } from "./route.ts";

/** A call inside another one. */
export interface Subcall {
  readonly method: string;
  /** `/services/data/v66.0/sobjects/Account` */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const PATH = /^(\/services\/data\/v\d+\.\d+)(\/.*)$/;

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Parses JSON so that printing it again gives every digit back. */
function keepDigits(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown, context: { source?: string }) =>
    typeof value === "number" ? JSON.rawJSON(context.source ?? String(value)) : value,
  );
}

/** Answers a call inside another one; what it is refused for is an answer too. */
export function performSubcall(table: RouteTable, request: ApiRequest, call: Subcall): Omit<ApiResponse, "json"> {
  try {
    const { pathname, searchParams } = new URL(call.url, "http://local");
    const [, base, path] = PATH.exec(pathname) ?? [];
    if (base === undefined || path === undefined)
      throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    const { json, ...answer } = table.dispatch(path, {
      ...request,
      base,
      method: call.method.toUpperCase(),
      query: searchParams,
      headers: lowerCased(call.headers),
      body: call.body ?? null,
    });
    return json === undefined ? answer : { ...answer, body: keepDigits(json) };
  } catch (error) {
    return refusedSubcall(error);
  }
}

/** Why a call inside another one was not answered. */
export function refusedSubcall(error: unknown): Omit<ApiResponse, "json"> {
  const fault = toSalesforceError(error);
  return { status: fault.status, body: errorBodies(fault) };
}
