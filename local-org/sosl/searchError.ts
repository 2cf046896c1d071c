import { SalesforceError } from "../salesforceError.ts";

export function malformedSearch(message: string): SalesforceError {
  return new SalesforceError("MALFORMED_SEARCH", message);
}
