import type { Request, Response } from "express";
import { accessOf } from "../api/requestAccess.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";
import { executeGraphql, type GraphqlRequest } from "./executeGraphql.ts";
import { parseWithNumbers } from "./numberText.ts";

function graphqlRequest(body: unknown): GraphqlRequest {
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof query !== "string")
    throw new SalesforceError("JSON_PARSER_ERROR", "The request body must be JSON with a query");
  return {
    query,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
    operationName: typeof operationName === "string" ? operationName : null,
  };
}

/** POST /services/data/vXX.X/graphql */
export function graphqlEndpoint(org: Org): (request: Request, response: Response) => void {
  return (request, response) => {
    const text = typeof request.body === "string" && request.body !== "" ? request.body : "null";
    const version = Number.parseFloat(String(request.params["version"]));
    const answer = executeGraphql(org, accessOf(request), version, graphqlRequest(parseWithNumbers(text)));
    // A user's profile decides what he may do.
    if (/\bUser(Create|Update)\b/.test(text)) org.forgetAccess();
    response.status(200).type("application/json;charset=UTF-8").send(JSON.stringify(answer));
  };
}
