import type { GraphQLError } from "graphql";
import { Kind, visit, type ASTNode, type DocumentNode } from "graphql";
import { toSalesforceError } from "../api/apiError.ts";

/** https://developer.salesforce.com/docs/platform/graphql/guide/query-status.html */
export type ErrorType =
  "InvalidSyntax" | "ValidationError" | "DataFetchingException" | "OperationNotSupported" | "ExecutionAborted";

export interface PlatformError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly paths: readonly (string | number)[];
  readonly extensions: { readonly ErrorType: ErrorType };
}

export function platformError(
  error: GraphQLError,
  type: ErrorType,
  message = error.message,
  paths: readonly (string | number)[] = error.path ?? [],
): PlatformError {
  return { message, locations: error.locations ?? [], paths, extensions: { ErrorType: type } };
}

/** The names of the fields that lead to a node of the document. */
function pathTo(document: DocumentNode, target: ASTNode | undefined): string[] {
  const path: string[] = [];
  let found: string[] = [];
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.FIELD) path.push(node.name.value);
      if (node === target) found = [...path];
    },
    leave: (node) => {
      if (node.kind === Kind.FIELD) path.pop();
    },
  });
  return found;
}

/** A document that does not parse. */
export function syntaxError(error: GraphQLError): PlatformError {
  const token = /(?:found|Unexpected) (?:Name |Int |String )?"?(.+?)"?\.$/.exec(error.message)?.[1] ?? "<EOF>";
  const { line = 1, column = 1 } = error.locations?.[0] ?? {};
  const message = `Invalid syntax with offending token '${token}' at line ${line} column ${column}`;
  return platformError(error, "InvalidSyntax", message);
}

const UNKNOWN_FIELD = /^Cannot query field "(\w+)" on type "(\w+)"/;

/** A document that the caller's schema does not know; in the platform's words where they are known. */
export function validationError(document: DocumentNode, error: GraphQLError): PlatformError {
  const unknown = UNKNOWN_FIELD.exec(error.message);
  const path = pathTo(document, error.nodes?.[0]);
  const message = unknown
    ? `Validation error (FieldUndefined@[${path.join("/")}]) : Field '${unknown[1]}' in type '${unknown[2]}' is undefined`
    : `Validation error${path.length > 0 ? ` (@[${path.join("/")}])` : ""} : ${error.message}`;
  return platformError(error, "ValidationError", message, path);
}

const UNKNOWN_MEMBER = /Field "(\w+)" is not defined by type "(\w+)"/;
const VARIABLE = /^Variable "\$/;

/** What went wrong while the operation ran, or while its variables were read: several where a record is at fault for several things. */
export function executionErrors(error: GraphQLError): PlatformError[] {
  if (!error.path) return [requestError(error)];
  const { all } = toSalesforceError(error.originalError);
  return all.map(({ message }) => platformError(error, "DataFetchingException", message));
}

function requestError(error: GraphQLError): PlatformError {
  if (!VARIABLE.test(error.message)) return platformError(error, "OperationNotSupported");
  const unknown = UNKNOWN_MEMBER.exec(error.message);
  const message = unknown
    ? `The variables input contains a field name '${unknown[1]}' that is not defined for input object type '${unknown[2]}' `
    : error.message;
  return { ...platformError(error, "ValidationError", message), locations: [] };
}
