/** Why a partner has its tier: the document of `npm run explain -- PARTNER --json`. */
import { Router } from "express";
import { explainPartner } from "../run/explainPartner.ts";
import { jsonDocument } from "../run/jsonDocument.ts";
import { silentProgress } from "../run/terminal.ts";
import { explanationQuery, partnerPath } from "./apiSchemas.ts";
import { checked } from "./checked.ts";
import type { HttpParts } from "./httpParts.ts";
import { dayProblem, partnerProblem } from "./partnerProblem.ts";

export function explanationRoute({ org }: HttpParts): Router {
  const router = Router();
  router.get("/:partner/explanation", async (request, response) => {
    const { partner } = checked("path", partnerPath, request.params);
    const { asOf } = checked("query", explanationQuery, request.query);
    const asked = { asked: partner, asOf: asOf ?? null, assumptions: [] };
    const explained = await explainPartner(org, asked, silentProgress).catch((error: unknown) =>
      partnerProblem(asOf === undefined ? error : dayProblem(error)),
    );
    response.type("application/json").send(jsonDocument(explained));
  });
  return router;
}
