import { Router, json } from "express";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";

/** `/local-org/…`: what no real org has. GET and PUT /local-org/clock read and set the org's clock. */
export function controlRoutes(org: Org): Router {
  const router = Router();
  router.use(json());
  router.get("/clock", (_request, response) => void response.json({ now: org.clock.now().toISOString() }));
  router.put("/clock", (request, response) => {
    const { now } = (request.body ?? {}) as { now?: unknown };
    if (typeof now !== "string")
      throw new SalesforceError("JSON_PARSER_ERROR", '((send {"now": "2023-12-15T02:00:00Z"}))');
    try {
      org.clock.set(now);
    } catch (error) {
      throw new SalesforceError("JSON_PARSER_ERROR", `((${(error as Error).message}))`);
    }
    response.json({ now: org.clock.now().toISOString() });
  });
  return router;
}
