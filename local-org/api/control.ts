import { Router, json } from "express";
import type { FaultBook } from "../faults/faultBook.ts";
import { FaultRuleError, parseFaultRules } from "../faults/faultRule.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";

function setFaults(faults: FaultBook, body: unknown): void {
  try {
    faults.set(parseFaultRules(body));
  } catch (error) {
    if (error instanceof FaultRuleError) throw new SalesforceError("JSON_PARSER_ERROR", `((${error.message}))`);
    throw error;
  }
}

/**
 * `/local-org/…`: what no real org has. GET and PUT /local-org/clock read and set the org's clock; GET, PUT and DELETE
 * /local-org/faults tell, set and end the faults.
 */
export function controlRoutes(org: Org, faults: FaultBook): Router {
  const router = Router();
  router.use(json({ limit: "5mb" }));
  router.get("/faults", (_request, response) => void response.json(faults.report()));
  router.put("/faults", (request, response) => {
    setFaults(faults, request.body);
    response.json(faults.report());
  });
  router.delete("/faults", (_request, response) => {
    faults.set([]);
    response.status(204).end();
  });
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
