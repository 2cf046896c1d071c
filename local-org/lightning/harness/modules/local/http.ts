import session from "local/session";

/** What a failed call gives to wires and promises, as Lightning Data Service words it. */
export interface FetchResponse {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
}

export interface Call {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const UNAUTHORIZED = 401;

/** Rejects as the platform does: with a plain object, no Error. */
function failure(status: number, statusText: string, body: unknown): Promise<never> {
  const reason: unknown = Object.freeze({ ok: false, status, statusText, body } satisfies FetchResponse);
  return Promise.reject<never>(reason);
}

/** Sessions end; the person logs in again and comes back to the same page. */
function leaveForLogin(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/lightning/login?startURL=${encodeURIComponent(pathname + search)}`);
}

/** Reads give a list of errors, the first of which is what pages show. */
function firstOf(body: unknown): unknown {
  return Array.isArray(body) ? (body as unknown[])[0] : body;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === "" ? null : (JSON.parse(text) as unknown);
}

/** Calls the org below `/services/data/vXX.X`. Rejects with a FetchResponse. */
export async function callOrg<T>(path: string, { method = "GET", body, headers = {} }: Call = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`${session.apiBase}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${session.token}`,
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    return failure(0, "Network error", { message: error instanceof Error ? error.message : String(error) });
  }
  if (response.status === UNAUTHORIZED) leaveForLogin();
  const content = await bodyOf(response);
  if (!response.ok) return failure(response.status, response.statusText || "Bad Request", firstOf(content));
  return content as T;
}
