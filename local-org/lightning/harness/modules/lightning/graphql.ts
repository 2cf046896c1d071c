import { callOrg } from "local/http";
import { plainText } from "local/plainText";
import { freeze } from "local/freeze";
import { recordIdsIn } from "local/recordIds";
import { recordsChanged, refresh, type Snapshot } from "local/resource";
import { wireAdapter, type Question } from "local/wire";

interface Document {
  readonly text: string;
}

interface GraphqlConfig {
  readonly query?: Document;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface GraphqlFault {
  readonly message: string;
}

interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors?: readonly GraphqlFault[];
}

/** Tagged template of a document; parts that are documents themselves are joined into it. */
export function gql(parts: TemplateStringsArray, ...values: readonly unknown[]): Document {
  const texts = values.map((value) => (value as Document).text ?? String(value));
  return Object.freeze({ text: parts.map((part, index) => part + (texts[index] ?? "")).join("") });
}

function post({ query, variables = {}, operationName }: GraphqlConfig): Promise<GraphqlAnswer> {
  const body = { query: query?.text, variables, ...(operationName === undefined ? {} : { operationName }) };
  return callOrg<GraphqlAnswer>("/graphql", { method: "POST", body });
}

function ask(config: GraphqlConfig): Question | null {
  if (config.query === undefined) return null;
  const { query, variables, operationName } = config;
  const key = `graphql ${JSON.stringify([query.text, variables ?? {}, operationName ?? null])}`;
  return { key, load: () => post(config) };
}

/** A call that failed as a whole has errors of the same kind as one that the org answered. */
function errorsOf({ data, error }: Snapshot): readonly GraphqlFault[] | undefined {
  if (error !== undefined) {
    const { body, statusText } = error as { body?: { message?: string } | null; statusText?: string };
    return freeze([{ message: body?.message ?? statusText ?? plainText(error) }]);
  }
  const errors = (data as GraphqlAnswer | undefined)?.errors;
  return errors !== undefined && errors.length > 0 ? errors : undefined;
}

function show(snapshot: Snapshot, question: Question | null): unknown {
  const errors = errorsOf(snapshot);
  const data = (snapshot.data as GraphqlAnswer | undefined)?.data;
  return {
    data: errors === undefined ? data : undefined,
    errors,
    refresh: question === null ? undefined : () => refresh(question.key),
  };
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-intro.html */
export const graphql = wireAdapter<GraphqlConfig>(ask, show);

/** Runs a mutation. Records that it answers with are told to every wire that shows them. */
export async function executeMutation(config: GraphqlConfig): Promise<unknown> {
  const answer = freeze(await post(config));
  const errors = errorsOf({ data: answer });
  if (errors === undefined) void recordsChanged([...recordIdsIn(answer.data)]);
  return { data: answer.data, errors };
}
