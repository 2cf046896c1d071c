/** Nobody, or more than one, is meant by a name: both have an HTTP status of their own. */
import { AmbiguousPartnerError } from "../run/findPartner.ts";
import { UsageError } from "../run/runErrors.ts";
import { HttpProblem } from "./problem.ts";

/** For a failed search of a partner; other errors pass. */
export function partnerProblem(error: unknown): never {
  if (error instanceof AmbiguousPartnerError) throw new HttpProblem(409, "PARTNER_AMBIGUOUS", error.message);
  if (error instanceof UsageError) throw new HttpProblem(404, "PARTNER_NOT_FOUND", error.message);
  throw error;
}
