import type { TestOrg } from "./withOrg.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Plain HTTP below `/services/data/v66.0`, as the administrator: what no client library smooths over. */
export function restClient(
  org: TestOrg,
  token = org.connection.accessToken,
): (path: string, call?: Call) => Promise<Answer> {
  return async (path, { method = "GET", body, headers = {} } = {}) => {
    const isText = typeof body === "string" || body instanceof Uint8Array;
    const response = await fetch(`${org.instanceUrl}/services/data/v66.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      ...(body === undefined
        ? {}
        : { body: isText ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : null,
    };
  };
}

/** Runs a query and returns its records. */
export async function query(call: ReturnType<typeof restClient>, soql: string): Promise<Record<string, unknown>[]> {
  const { status, body, text } = await call(`/query?q=${encodeURIComponent(soql)}`);
  if (status !== 200) throw new Error(text);
  return (body as { records: Record<string, unknown>[] }).records;
}
