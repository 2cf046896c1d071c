/** Liveness and readiness: open to everybody, without a call to Salesforce. */
import { Router } from "express";
import { apiDocument } from "./apiDocument.ts";
import type { HttpParts } from "./httpParts.ts";

export function healthRoutes({ readiness }: HttpParts): Router {
  const router = Router();
  const document = apiDocument();
  router.get("/livez", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", (_request, response) => {
    const reason = readiness.obstacle();
    if (reason === null) response.json({ status: "ok" });
    else response.status(503).json({ status: "not ready", reason });
  });
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  return router;
}
