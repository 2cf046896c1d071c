import type { restClient } from "../support/restClient.ts";

export interface GraphqlFault {
  readonly message: string;
  readonly paths: readonly string[];
  readonly extensions: { readonly ErrorType: string };
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlFault[];
}

/** Sends a document to the org's GraphQL endpoint. */
export async function graphql(
  call: ReturnType<typeof restClient>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphqlAnswer> {
  const { status, body, text } = await call("/graphql", { method: "POST", body: { query, variables } });
  if (status !== 200) throw new Error(text);
  return body as GraphqlAnswer;
}

/** What stands at a path of the data: `uiapi.query.Account.edges.0.node`. */
export function at<T = unknown>(data: unknown, path: string): T {
  let found = data;
  for (const name of path.split(".")) found = (found as Record<string, unknown>)[name];
  return found as T;
}
