/** The calls that a fault can be aimed at, by name. */
export const ENDPOINTS = [
  "token",
  "query",
  "queryMore",
  "bulkQueryCreate",
  "bulkQueryPoll",
  "bulkQueryPages",
  "bulkQueryResults",
  "ingestCreate",
  "ingestUpload",
  "ingestClose",
  "ingestPoll",
  "ingestResults",
  "collections",
  "composite",
  "sobjectCreate",
  "sobjectUpdate",
  "describe",
  "limits",
  "other",
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** A call as the fault rules see it. */
export interface Call {
  readonly endpoint: Endpoint;
  /** API name of the object, where the call names one. */
  readonly object: string | null;
  /** Id of the job, where the call is about one. */
  readonly job: string | null;
}

type Pattern = readonly [method: string, path: RegExp, endpoint: Endpoint];

/** Below `/services/data/vXX.X`; the first match wins. Groups: `object`, `job`. */
const PATTERNS: readonly Pattern[] = [
  ["GET", /^\/(?:query|queryAll)$/, "query"],
  ["GET", /^\/(?:query|queryAll)\/[^/]+$/, "queryMore"],
  ["POST", /^\/jobs\/query$/, "bulkQueryCreate"],
  ["GET", /^\/jobs\/query\/(?<job>[^/]+)$/, "bulkQueryPoll"],
  ["GET", /^\/jobs\/query\/(?<job>[^/]+)\/resultPages$/i, "bulkQueryPages"],
  ["GET", /^\/jobs\/query\/(?<job>[^/]+)\/results$/, "bulkQueryResults"],
  ["POST", /^\/jobs\/ingest$/, "ingestCreate"],
  ["PUT", /^\/jobs\/ingest\/(?<job>[^/]+)\/batches$/, "ingestUpload"],
  ["PATCH", /^\/jobs\/ingest\/(?<job>[^/]+)$/, "ingestClose"],
  ["GET", /^\/jobs\/ingest\/(?<job>[^/]+)$/, "ingestPoll"],
  ["GET", /^\/jobs\/ingest\/(?<job>[^/]+)\/(?:successfulResults|failedResults|unprocessedrecords)$/i, "ingestResults"],
  ["*", /^\/composite\/sobjects(?:\/(?<object>[^/]+).*)?$/, "collections"],
  ["POST", /^\/composite$/, "composite"],
  ["GET", /^\/sobjects(?:\/(?<object>[^/]+)\/describe)?$/, "describe"],
  ["POST", /^\/sobjects\/(?<object>[^/]+)$/, "sobjectCreate"],
  ["PATCH", /^\/sobjects\/(?<object>[^/]+)\/.+$/, "sobjectUpdate"],
  ["GET", /^\/limits$/, "limits"],
];

/** Which call this is. The body tells the object of a job or of a collection. */
export function callOf(method: string, url: string, body: string): Call {
  const { pathname, searchParams } = new URL(url.replace(/^\/{2,}/, "/"), "http://local");
  if (pathname === "/services/oauth2/token") return { endpoint: "token", object: null, job: null };
  const path = /^\/services\/data\/v\d+\.\d+(\/.*)$/.exec(pathname)?.[1]?.replace(/\/$/, "") ?? "";
  for (const [verb, pattern, endpoint] of PATTERNS) {
    const match = verb === "*" || verb === method ? pattern.exec(path) : null;
    if (!match) continue;
    const { object, job } = match.groups ?? {};
    return {
      endpoint,
      object: object ?? objectIn(searchParams.get("q") ?? body),
      job: job?.slice(0, 15) ?? null,
    };
  }
  return { endpoint: "other", object: null, job: null };
}

/** `… FROM Account …`, `{"object":"Account"}`, `{"attributes":{"type":"Account"}}`. */
function objectIn(text: string): string | null {
  const match = /"object"\s*:\s*"(\w+)"|"type"\s*:\s*"(\w+)"|\bFROM\s+(\w+)/i.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
