/** The OpenAPI document, made from the very schemas that requests are checked by. */
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import * as api from "./apiSchemas.ts";

const problems = { content: { "application/problem+json": { schema: api.problem } } };
const guarded = {
  "400": { description: "The request is not valid; each fault is named", ...problems },
  "401": { description: "No token, or the wrong one", ...problems },
  "429": { description: "Too many requests; Retry-After says when to come back", ...problems },
  "503": { description: "Salesforce is out of reach, or its API allowance is nearly used up", ...problems },
};
const notFound = { "404": { description: "There is none", ...problems } };

function json(description: string, schema: z.ZodType): ZodOpenApiResponsesObject[`2${string}`] {
  return { description, content: { "application/json": { schema } } };
}

function operation(
  operationId: string,
  summary: string,
  rest: Omit<ZodOpenApiOperationObject, "operationId" | "summary">,
): ZodOpenApiOperationObject {
  return { operationId, summary, security: [{ token: [] }], ...rest };
}

const open = { security: [] };

export function apiDocument(): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Partner programme sync service",
      version: "1",
      description: "Runs, their progress, metrics, and why a partner has its tier",
    },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    paths: { ...healthPaths, ...runPaths, ...partnerPaths },
  });
}

const healthPaths = {
  "/livez": {
    get: operation("isAlive", "Whether the process answers", {
      ...open,
      responses: { "200": json("It does", api.health) },
    }),
  },
  "/readyz": {
    get: operation("isReady", "Whether the service looks for work and reaches Salesforce", {
      ...open,
      responses: { "200": json("It does", api.health), "503": json("It does not, and why", api.health) },
    }),
  },
  "/openapi.json": {
    get: operation("describeApi", "This document", {
      ...open,
      responses: { "200": json("OpenAPI 3.1", z.looseObject({})) },
    }),
  },
  "/metrics": {
    get: operation("readMetrics", "Metrics for Prometheus", {
      responses: {
        "200": { description: "Text exposition format", content: { "text/plain": { schema: z.string() } } },
        "401": guarded["401"],
      },
    }),
  },
};

const runPaths = {
  "/v1/runs": {
    get: operation("listRuns", "The newest runs", {
      requestParams: { query: api.runListQuery },
      responses: { "200": json("Newest first", api.runList), ...guarded },
    }),
    post: operation("requestRun", "Ask for a run, of one partner or of all", {
      requestBody: { required: false, content: { "application/json": { schema: api.runRequestBody } } },
      responses: {
        "202": json("Requested; Location names the run", api.run),
        ...guarded,
        ...notFound,
        "409": { description: "The name means several partners; each is named with its id", ...problems },
        "413": { description: "The body is larger than 16 kB", ...problems },
        "415": { description: "The body is no JSON by its header", ...problems },
      },
    }),
  },
  "/v1/runs/{id}": {
    get: operation("showRun", "One run", {
      requestParams: { path: api.runPath },
      responses: { "200": json("The run", api.run), ...guarded, ...notFound },
    }),
  },
  "/v1/runs/{id}/events": {
    get: operation("followRun", "A run's progress until it ends, as server-sent events", {
      requestParams: { path: api.runPath },
      responses: {
        "200": {
          description: "`run` events with the run's record, `step` events while this process carries it out",
          content: { "text/event-stream": { schema: z.string() } },
        },
        ...guarded,
        ...notFound,
      },
    }),
  },
};

const partnerPaths = {
  "/v1/partners/{partner}/explanation": {
    get: operation("explainPartner", "Why a partner has its tier, deal by deal", {
      requestParams: { path: api.partnerPath, query: api.explanationQuery },
      responses: {
        "200": json("The explanation", api.explanation),
        ...guarded,
        ...notFound,
        "409": { description: "The name means several partners; each is named with its id", ...problems },
      },
    }),
  },
};
