/** The HTTP API as an express application: open health checks, everything else behind the token. */
import express, { type Express } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { explanationRoute } from "./explanationRoute.ts";
import { healthRoutes } from "./healthRoutes.ts";
import type { HttpParts } from "./httpParts.ts";
import { HttpProblem, problemHandler, unknownRoute } from "./problem.ts";
import { giveRequestId } from "./requestId.ts";
import { requireJson } from "./requireJson.ts";
import { requireToken } from "./requireToken.ts";
import { runRoutes } from "./runRoutes.ts";
import { serviceMetrics } from "./serviceMetrics.ts";

export function createApp(parts: HttpParts): Express {
  const app = express();
  app.disable("x-powered-by");
  // Answers are made for the moment: a validator would only cost.
  app.disable("etag");
  app.use(giveRequestId, helmet(), (_request, response, next) => {
    response.set("cache-control", "no-store");
    next();
  });
  app.use(healthRoutes(parts));
  // Before the token: guessing it is limited as well.
  app.use(limited(parts), requireToken(parts.token), requireJson, express.json({ limit: "16kb" }));
  const metrics = serviceMetrics(parts);
  app.get("/metrics", async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  app.use("/v1/runs", runRoutes(parts));
  app.use("/v1/partners", explanationRoute(parts));
  app.use(unknownRoute, problemHandler(parts.log));
  return app;
}

function limited({ limits }: HttpParts) {
  return rateLimit({
    windowMs: 60_000,
    limit: limits.requestsPerMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: () => {
      throw new HttpProblem(
        429,
        "TOO_MANY_REQUESTS",
        `More than ${limits.requestsPerMinute} requests in a minute; Retry-After says when to come back`,
      );
    },
  });
}
