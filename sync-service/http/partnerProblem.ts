/** Nobody, or more than one, is meant by a name: both have an HTTP status of their own. */
import { PolicyError } from "../crm/errors.ts";
import { AmbiguousPartnerError } from "../run/findPartner.ts";
import { UsageError } from "../run/runErrors.ts";
import { HttpProblem } from "./problem.ts";

/** A day that no policy covers is a fault of whoever asked for it; other errors stay what they are. */
export function dayProblem(error: unknown): unknown {
  const isUncovered = error instanceof PolicyError && error.cause instanceof RangeError;
  return isUncovered ? new HttpProblem(400, "NO_POLICY", `query.asOf: ${error.message}`) : error;
}

/** For a failed search of a partner; other errors pass. */
export function partnerProblem(error: unknown): never {
  if (error instanceof AmbiguousPartnerError) throw new HttpProblem(409, "PARTNER_AMBIGUOUS", error.message);
  if (error instanceof UsageError) throw new HttpProblem(404, "PARTNER_NOT_FOUND", error.message);
  throw error;
}
