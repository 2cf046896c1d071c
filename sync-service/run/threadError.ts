/** Errors on their way from one thread to another: what a reading may be refused for keeps its class. */
import { ConfigurationError, CrmError, UnexpectedAnswerError } from "../crm/errors.ts";
import type { ThreadError } from "./dealThreadMessages.ts";

export function threadError(error: unknown): ThreadError {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof CrmError ? error.code : null, message };
}

export function errorOf({ code, message }: ThreadError): Error {
  const kinds = [ConfigurationError, UnexpectedAnswerError];
  const Kind = kinds.map((kind) => ({ kind, code: new kind("").code })).find((known) => known.code === code)?.kind;
  return Kind ? new Kind(message) : new Error(message);
}
