import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { UserAccess } from "../access/userAccess.ts";
import { UiReader } from "../api/ui/uiReader.ts";
import type { Org } from "../org.ts";
import { executionErrors, syntaxError, validationError, type PlatformError } from "./graphqlErrors.ts";
import { MutationRun, rolledBack } from "./mutationRun.ts";
import type { RequestContext } from "./requestContext.ts";
import { userSchema } from "./userSchema.ts";

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly PlatformError[];
}

const parsed = new Map<string, DocumentNode>();
const validated = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, readonly GraphQLError[]>>();
const MOST_DOCUMENTS = 200;

function parseOnce(text: string): DocumentNode {
  const known = parsed.get(text);
  if (known) return known;
  const document = parse(text);
  if (parsed.size >= MOST_DOCUMENTS) parsed.delete(parsed.keys().next().value!);
  parsed.set(text, document);
  return document;
}

function validateOnce(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  let known = validated.get(schema);
  if (!known) validated.set(schema, (known = new WeakMap()));
  let errors = known.get(document);
  if (!errors) known.set(document, (errors = validate(schema, document)));
  return errors;
}

/** Carries the answer of a mutation out of the transaction that it undoes. */
class Undone extends Error {
  readonly result: ExecutionResult;

  constructor(result: ExecutionResult) {
    super("the mutation is rolled back");
    this.result = result;
  }
}

function undoneError(name: string): GraphQLError {
  const reason = rolledBack();
  return new GraphQLError(reason.message, { path: ["uiapi", name], originalError: reason });
}

/** After a rollback no operation has a result, and those that had one say why. */
function withoutResults({ data, errors = [] }: ExecutionResult): ExecutionResult {
  const operations = data?.["uiapi"] as Record<string, unknown>;
  const undone = Object.keys(operations).filter((name) => operations[name] !== null);
  const reasons = undone.map((name) => undoneError(name));
  return {
    data: { uiapi: Object.fromEntries(Object.keys(operations).map((name) => [name, null])) },
    errors: [...errors, ...reasons],
  };
}

function executeMutation(org: Org, context: RequestContext, run: () => ExecutionResult): ExecutionResult {
  try {
    return org.store.transact(() => {
      const result = run();
      if (context.mutation.hasFailed && context.mutation.allOrNone) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return withoutResults(error.result);
    throw error;
  }
}

/** Runs a document for a user in the schema that this user sees. */
export function executeGraphql(org: Org, access: UserAccess, version: number, request: GraphqlRequest): GraphqlAnswer {
  let document: DocumentNode;
  try {
    document = parseOnce(request.query);
  } catch (error) {
    return { data: {}, errors: [syntaxError(error as GraphQLError)] };
  }
  const reader = new UiReader(org, access);
  const schema = userSchema(reader, version);
  const faults = validateOnce(schema, document);
  if (faults.length > 0) return { data: {}, errors: faults.map((fault) => validationError(document, fault)) };
  const context: RequestContext = { reader, variables: request.variables, mutation: new MutationRun(version) };
  const run = (): ExecutionResult =>
    execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    }) as ExecutionResult;
  const operation = getOperationAST(document, request.operationName)?.operation;
  const result = operation === OperationTypeNode.MUTATION ? executeMutation(org, context, run) : run();
  return { data: result.data ?? {}, errors: (result.errors ?? []).flatMap(executionErrors) };
}
