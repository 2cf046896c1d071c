import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";

/** A REST call below `/services/data/vXX.X`, whether it came by itself or inside a composite request. */
export interface ApiRequest {
  readonly org: Org;
  readonly access: UserAccess;
  readonly method: string;
  /** `/services/data/v66.0` */
  readonly base: string;
  /** What the path's named parts matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface ApiResponse {
  readonly status: number;
  readonly body?: unknown;
  /** The body as JSON text already, where numbers have to keep all their digits. */
  readonly json?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: ApiRequest) => ApiResponse;

export interface Route {
  readonly method: string;
  /** `/sobjects/:object/:id` */
  readonly path: string;
  readonly handle: Handler;
}

interface CompiledRoute extends Route {
  readonly pattern: RegExp;
}

/** Throws NOT_FOUND for a path whose escapes are none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  }
}

/** A table of routes, the first match wins. Paths are case-insensitive, as on the platform. */
export class RouteTable {
  readonly #routes: readonly CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({
      ...route,
      pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}/?$`, "i"),
    }));
  }

  /** Throws NOT_FOUND, or METHOD_NOT_ALLOWED where only other methods exist. */
  dispatch(path: string, request: Omit<ApiRequest, "params">): ApiResponse {
    const candidates = this.#routes.filter((route) => route.pattern.test(path));
    const route = candidates.find((candidate) => candidate.method === request.method);
    if (!route) {
      if (candidates.length > 0)
        throw new SalesforceError(
          "METHOD_NOT_ALLOWED",
          `HTTP Method '${request.method}' not allowed. Allowed are ${candidates.map((c) => c.method).join(",")}`,
          { status: 405 },
        );
      throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    }
    const groups = route.pattern.exec(path)?.groups ?? {};
    const params = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decoded(value)]));
    return route.handle({ ...request, params });
  }
}
