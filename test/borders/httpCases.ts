/** Requests that the HTTP API does not take: what is answered, and what its problem document says. */
export interface HttpCase {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly says: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const noRun = "a0X000000000001";
const get = (path: string, status: number, says: string): HttpCase => ({ method: "GET", path, status, says });
const ask = (body: string, status: number, says: string, headers: Record<string, string> = {}): HttpCase => ({
  method: "POST",
  path: "/v1/runs",
  body,
  status,
  says,
  headers,
});

const queries: readonly HttpCase[] = [
  get("/v1/runs?limit=0", 400, "query.limit: is below 1"),
  get("/v1/runs?limit=201", 400, "query.limit: is above 200"),
  get("/v1/runs?limit=-1", 400, "query.limit: is below 1"),
  get("/v1/runs?limit=many", 400, "query.limit: is no number"),
  get("/v1/runs?limit=1.5", 400, "query.limit: is no whole number"),
  get("/v1/runs?limit=Infinity", 400, "query.limit: is no number"),
  get("/v1/runs?limit=", 400, "query.limit: is below 1"),
  get("/v1/runs?limit=1&limit=2", 400, "query.limit: is no number"),
  get("/v1/runs?limit[a]=1", 400, "limit[a]"),
  get("/v1/runs?status=Done", 400, "query.status: is none of Requested"),
  get("/v1/runs?status=held", 400, "query.status: is none of Requested"),
  get("/v1/runs?status=", 400, "query.status: is none of Requested"),
  get("/v1/runs?status=Held'%20OR%20Id!=null", 400, "query.status: is none of"),
  get("/v1/runs?page=2", 400, "page"),
  get("/v1/runs?limit=0&status=Done&page=2", 400, "query.limit: is below 1"),
  get("/v1/partners/Northwind/explanation?asOf=2023-02-30", 400, "query.asOf: is no day as YYYY-MM-DD"),
  get("/v1/partners/Northwind/explanation?asOf=today", 400, "query.asOf: is no day"),
  get("/v1/partners/Northwind/explanation?asOf=", 400, "query.asOf: is no day"),
  get("/v1/partners/Northwind/explanation?asOf=2023-12-15T00:00:00Z", 400, "query.asOf: is no day"),
  get("/v1/partners/Northwind/explanation?asOf=2023-12-15&asOf=2023-12-16", 400, "query.asOf: is no day"),
  get("/v1/partners/Northwind/explanation?with=eARR", 400, "with"),
  get(
    "/v1/partners/Northwind/explanation?asOf=1999-01-01",
    400,
    "query.asOf: No programme policy is in force on 1999-01-01",
  ),
];

const paths: readonly HttpCase[] = [
  get("/v1/runs/nonsense", 400, "path.id: is no Salesforce record id (15 or 18 letters and digits)"),
  get(`/v1/runs/${noRun}AA`, 400, "path.id: is no Salesforce record id"),
  get(`/v1/runs/${noRun}'--`, 400, "path.id: is no Salesforce record id"),
  get("/v1/runs/..%2F..%2Fmetrics", 400, "path.id: is no Salesforce record id"),
  get(`/v1/runs/${noRun}`, 404, "No run has the id"),
  get(`/v1/runs/${noRun}/events`, 404, "No run has the id"),
  get("/v1/runs/nonsense/events", 400, "path.id: is no Salesforce record id"),
  get("/v1/partners/Nobody/explanation", 404, "No partner account has the id or the exact name"),
  get("/v1/partners/%20/explanation", 400, "path.partner: is empty"),
  get(`/v1/partners/${"x".repeat(256)}/explanation`, 400, "path.partner: is longer than 255 characters"),
  get("/v1/partners/O'Neil/explanation", 404, "No partner account"),
  get("/v1/partners/x%27%20OR%20Name%20LIKE%20%27%25/explanation", 404, "No partner account"),
  get("/v1/partners/%00/explanation", 404, "No partner account"),
  get("/v1/partners/%E0%A4%A/explanation", 400, "decode"),
  get("/v1/partners/Northwind", 404, "There is no GET /v1/partners/Northwind"),
  { method: "DELETE", path: "/v1/runs", status: 404, says: "There is no DELETE /v1/runs; /openapi.json lists what is" },
  { method: "PUT", path: `/v1/runs/${noRun}`, status: 404, says: "There is no PUT" },
];

const partner = (value: unknown): string => JSON.stringify({ partner: value });
const bodies: readonly HttpCase[] = [
  ask("{", 400, "JSON"),
  ask('"Northwind"', 400, "JSON"),
  ask("null", 400, "JSON"),
  ask("[]", 400, "body"),
  ask(partner(7), 400, "body.partner: is no text"),
  ask(partner(null), 400, "body.partner: is no text"),
  ask(partner(["Northwind"]), 400, "body.partner: is no text"),
  ask(partner(" "), 400, "body.partner: is empty"),
  ask(partner("x".repeat(256)), 400, "body.partner: is longer than 255 characters"),
  ask(partner("Nobody at all"), 404, "No partner account has the id or the exact name"),
  ask(partner("001000000000999AAA"), 404, "No partner account"),
  ask(partner("Northwind' OR Name != '"), 404, "No partner account"),
  ask('{"Partner": "Northwind"}', 400, "Partner"),
  ask('{"partner": "Northwind", "mode": "Nightly"}', 400, "mode"),
  ask('{"__proto__": {"partner": "Northwind"}}', 400, "__proto__"),
  ask(partner("x".repeat(20_000)), 413, "large"),
  ask(partner("Northwind"), 415, "application/json", { "content-type": "text/plain" }),
  ask("partner=Northwind", 415, "application/json", { "content-type": "application/x-www-form-urlencoded" }),
  ask(partner("Northwind"), 415, "encoding", { "content-encoding": "brotli2" }),
  ask("not zipped", 400, "not packed as its headers say", { "content-encoding": "gzip" }),
  ask(partner("Northwind"), 415, "charset", { "content-type": "application/json; charset=latin9" }),
];

const noToken = ["", "Basic abc", "Bearer", "Bearer ", "token"].map((authorization) => ({
  ...get("/v1/runs", 401, "Send the header `Authorization: Bearer <HTTP_TOKEN>`"),
  headers: { authorization },
}));
const wrongToken = ["Bearer not-the-token", "Bearer null", `Bearer ${"x".repeat(4000)}`].map((authorization) => ({
  ...get("/v1/runs", 401, "The token is not this service's HTTP_TOKEN"),
  headers: { authorization },
}));

export const httpCases: readonly HttpCase[] = [...queries, ...paths, ...bodies, ...noToken, ...wrongToken];
