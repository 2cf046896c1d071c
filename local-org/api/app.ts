import express, { text, type Express, type NextFunction, type Request, type Response } from "express";
import type { FaultBook } from "../faults/faultBook.ts";
import { graphqlEndpoint } from "../graphql/graphqlEndpoint.ts";
import { lightningRoutes, type LightningSource } from "../lightning/lightningRoutes.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";
import { sendError } from "./apiError.ts";
import { Bulk1 } from "./bulk1/bulk1Routes.ts";
import { BulkIngests } from "./bulkIngest.ts";
import { BulkQueries } from "./bulkQuery.ts";
import { collectionRoutes } from "./collections.ts";
import { compositeRoutes } from "./composite.ts";
import { treeRoutes } from "./compositeTree.ts";
import { controlRoutes } from "./control.ts";
import { frontdoorRoutes } from "./frontdoor.ts";
import { deployRoutes } from "./deployRequests.ts";
import { describeLayoutRoutes } from "./describeLayouts.ts";
import { changeRoutes } from "./changes.ts";
import { listViewRoutes } from "./listViews.ts";
import { recentRoutes } from "./recent.ts";
import { tabRoutes } from "./tabs.ts";
import { parseJson } from "./json.ts";
import { leftOutRoutes, leftOutServices } from "./leftOut.ts";
import { DAILY_API_REQUESTS, isServedVersion, limitRoutes, listVersions } from "./limits.ts";
import { negotiate } from "./negotiation.ts";
import { oauthRoutes, type ClientApp } from "./oauth.ts";
import { queryRoutes } from "./query.ts";
import { recordCountRoutes } from "./recordCounts.ts";
import { showTrace, traceRequests } from "../trace/traceRequests.ts";
import { accessOf, setAccess } from "./requestAccess.ts";
import { RouteTable, type Route } from "./route.ts";
import { searchRoutes } from "./search.ts";
import { Sessions } from "./sessions.ts";
import { sobjectRoutes } from "./sobjects.ts";
import { uiRoutes } from "./ui/uiRoutes.ts";

export interface AppOptions {
  readonly client: ClientApp;
  /** Rows a page of REST and Bulk results; small ones show seams that a client must handle. */
  readonly restPageSize: number;
  readonly bulkPageSize: number;
  readonly faults: FaultBook;
  readonly lightning: LightningSource;
}

export interface App {
  readonly express: Express;
  readonly sessions: Sessions;
  close(): void;
}

/** Record writes may change who may do what. */
const ACCESS_OBJECTS = /PermissionSetAssignment|\/User\b/i;

function restRoutes(options: AppOptions, used: () => number): RouteTable {
  const routes: readonly Route[] = [
    ...limitRoutes(used),
    ...recordCountRoutes,
    ...queryRoutes(options.restPageSize),
    ...compositeRoutes(() => table),
    ...collectionRoutes,
    ...treeRoutes,
    ...describeLayoutRoutes,
    ...listViewRoutes,
    ...changeRoutes,
    ...recentRoutes,
    ...tabRoutes,
    ...searchRoutes,
    ...sobjectRoutes,
    ...uiRoutes,
    ...leftOutRoutes,
  ];
  const table = new RouteTable(routes);
  return table;
}

/**
 * The method that is meant: HEAD is a GET without its body, and a POST may stand for another that a proxy lets not through.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_update_fields.htm
 */
function methodOf({ method }: Request, query: URLSearchParams): string {
  if (method === "HEAD") return "GET";
  return method === "POST" ? (query.get("_HttpMethod")?.toUpperCase() ?? method) : method;
}

function rest(org: Org, table: RouteTable) {
  return (request: Request, response: Response): void => {
    const base = `/services/data/v${String(request.params["version"])}`;
    const query = new URL(request.originalUrl, "http://local").searchParams;
    const body: unknown = typeof request.body === "string" && request.body !== "" ? parseJson(request.body) : null;
    const path = request.path === "/" ? "" : request.path;
    const answer = table.dispatch(path, {
      org,
      access: accessOf(request),
      method: methodOf(request, query),
      base,
      query,
      headers: request.headers,
      body,
    });
    if (request.method !== "GET" && ACCESS_OBJECTS.test(request.originalUrl + String(request.body))) org.forgetAccess();
    response.status(answer.status).set(answer.headers ?? {});
    const json = answer.json ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
    if (json === undefined) response.end();
    else response.type("application/json;charset=UTF-8").send(json);
  };
}

/** The org over HTTP: one express application, as the platform's hosts answer. */
export function createApp(org: Org, options: AppOptions): App {
  const app = express();
  const sessions = new Sessions(org.organizationId, (userId) => org.accessOf(userId));
  const queries = new BulkQueries(org, options.bulkPageSize);
  let used = 0;
  app.disable("x-powered-by").disable("etag");

  app.use((request: Request, response: Response, next: NextFunction) => {
    // After an access-token login the sf CLI starts every path with two slashes.
    request.url = request.url.replace(/^[^?]*/, (path) => path.replace(/\/{2,}/g, "/"));
    response.set("Date", org.clock.now().toUTCString());
    next();
  });
  app.use(traceRequests(org.tracer));
  app.get("/local-org/trace/:id", showTrace(org.tracer));
  app.use("/local-org", controlRoutes(org, options.faults));
  app.use(oauthRoutes(org, options.client, sessions));
  app.use(frontdoorRoutes(sessions));
  app.use(lightningRoutes(org, sessions, options.lightning));
  app.get("/services/data", (_request, response) => void response.json(listVersions()));

  const data = express.Router({ mergeParams: true });
  data.use((request: Request, response: Response, next: NextFunction) => {
    used += 1;
    response.set("Sforce-Limit-Info", `api-usage=${used}/${DAILY_API_REQUESTS}`);
    if (!isServedVersion(String(request.params["version"])))
      throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    setAccess(request, sessions.authenticate(request.headers.authorization));
    next();
  });
  data.use(negotiate);
  data.use("/metadata", deployRoutes(org));
  data.use(text({ type: (request) => !/\/batches$/.test(request.url ?? ""), limit: "50mb" }));
  data.post("/graphql", graphqlEndpoint(org));
  data.use("/jobs/query", queries.routes());
  data.use("/jobs/ingest", new BulkIngests(org).routes());
  data.use(
    rest(
      org,
      restRoutes(options, () => used),
    ),
  );
  app.use("/services/async/:version", new Bulk1(org, sessions).routes());
  app.use("/services/data/v:version", data);
  app.use(leftOutServices());
  app.use(() => {
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  });
  app.use(sendError);
  return { express: app, sessions, close: () => queries.close() };
}
