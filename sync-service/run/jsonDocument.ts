/** The one document that `--json` prints. Amounts are texts with two places: a number would lose cents. */
import Big from "big.js";
import type { Day } from "../program/facts.ts";
import { exitCodeOf, isKnownError, RunHeldError } from "./runErrors.ts";

export function jsonDocument(value: unknown): string {
  return JSON.stringify(value, amountsAsText, 2);
}

/** The document of a run that broke off: the same fields, and the error. */
export function failureDocument(error: unknown, asOf: Day | null): object {
  const held = error instanceof RunHeldError ? error.held : null;
  return {
    version: 1,
    status: held ? "Held" : "Failed",
    exitCode: exitCodeOf(error),
    runKey: null,
    asOf,
    planHash: null,
    rowsRead: 0,
    rowsWritten: 0,
    rowsFailed: 0,
    held,
    changes: [],
    error: {
      code: isKnownError(error) ? error.code : "UNEXPECTED",
      message: error instanceof Error ? error.message : String(error),
    },
  };
}

/** Big's own toJSON has run before a replacer is asked; the holder still has the amount. */
function amountsAsText(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key];
  return original instanceof Big ? original.toFixed(2) : value;
}
