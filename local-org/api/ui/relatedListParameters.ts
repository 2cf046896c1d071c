import { SalesforceError } from "../../salesforceError.ts";
import type { ApiRequest } from "../route.ts";
import { wantedFields, type WantedFields } from "./fieldTree.ts";

/** What is asked of a related list, from the address or from the body of a POST. */
export interface RelatedListParameters extends WantedFields {
  readonly pageSize: number;
  readonly offset: number;
  readonly sortBy: readonly string[];
  /** In GraphQL syntax; null = all. */
  readonly where: string | null;
}

const DEFAULT_PAGE = 50;
const MOST_A_PAGE = 1999;

/** A number of the address within its bounds. Throws ILLEGAL_QUERY_PARAMETER_VALUE. */
export function wholeNumber(
  name: string,
  value: unknown,
  standard: number,
  [least, most]: readonly [number, number],
): number {
  if (value === null || value === undefined) return standard;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be between ${least} and ${most}`);
}

function fromBody(body: unknown): URLSearchParams {
  const query = new URLSearchParams();
  if (body === null || typeof body !== "object") return query;
  for (const [name, value] of Object.entries(body))
    if (value !== null) query.set(name, Array.isArray(value) ? value.join(",") : String(value));
  return query;
}

/** Reads the parameters; those of a POST stand in its body. */
export function relatedListParameters(request: ApiRequest): RelatedListParameters {
  const query = request.method === "POST" ? fromBody(request.body) : request.query;
  return {
    ...wantedFields(query),
    pageSize: wholeNumber("pageSize", query.get("pageSize"), DEFAULT_PAGE, [1, MOST_A_PAGE]),
    offset: wholeNumber("pageToken", query.get("pageToken"), 0, [0, 2000]),
    sortBy: (query.get("sortBy") ?? "").split(",").filter(Boolean),
    where: query.get("where"),
  };
}
