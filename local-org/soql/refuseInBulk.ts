import { SalesforceError } from "../salesforceError.ts";
import type { SoqlQuery } from "./ast.ts";

/**
 * What Bulk API 2.0 does not take.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm
 * The words for subqueries are the platform's; those for the rest follow their pattern.
 */
export function refuseInBulk(query: SoqlQuery, isAggregate: boolean): void {
  const refuse = (what: string): SalesforceError =>
    new SalesforceError("API_ERROR", `${what} not supported in Bulk V2 Query`);
  if (query.select.some((item) => item.kind === "subquery"))
    throw new SalesforceError(
      "API_ERROR",
      "Aggregate Relationships not supported in Bulk V2 Query with CSV content type",
    );
  if (query.groupBy.length > 0) throw refuse("GROUP BY");
  if (query.offset !== null) throw refuse("OFFSET");
  if (isAggregate) throw refuse("Aggregate functions");
}
